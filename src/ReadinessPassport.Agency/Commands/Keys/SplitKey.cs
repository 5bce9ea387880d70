using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key split</c>: shares of a key for a backup among agencies.</summary>
internal static class SplitKey
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the project's key" };
        var threshold = new Option<int>("--threshold") { Description = "shares needed to make the key again", Required = true, HelpName = "T" };
        var count = new Option<int>("--shares") { Description = "shares made", Required = true, HelpName = "N" };
        var into = new Option<string>("--out") { Description = "folder for the shares", Required = true, HelpName = "DIR" };
        var passphrase = PassphraseOption.Create();
        return new Command("split", "Split a key into N shares of which any T make it again (Shamir); each is sealed with the key's passphrase.") { file, threshold, count, into, passphrase }.Runs((parse, _) =>
        {
            var (path, t, n, folder) = (parse.GetValue(file)!, parse.GetValue(threshold), parse.GetValue(count), parse.GetValue(into)!);
            if (t < 2 || n < t || n > 255)
                throw new PassportException(CommandErrors.Usage("expected 2 ≤ threshold ≤ shares ≤ 255", "passport-agency key split --help"));
            using var word = PassphraseOption.Read(parse.GetValue(passphrase), $"Passphrase of {path}: ");
            using var key = ProjectKey.Open(KeyFiles.Read(path), word, path);
            var written = new JsonArray();
            foreach (var share in KeyShare.Split(key, t, n))
            {
                using (share)
                {
                    var to = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{key.Project}-{key.Epoch}.share-{share.Number}-of-{n}"));
                    NewFile.Write(to, share.ToFile(word), secret: true);
                    written.Add(to);
                }
            }
            return CommandResult.Done(new JsonObject { ["project"] = key.Project, ["threshold"] = t, ["shares"] = written }, $"{folder}: {n} shares, any {t} make the key again; give them to different people");
        });
    }
}
