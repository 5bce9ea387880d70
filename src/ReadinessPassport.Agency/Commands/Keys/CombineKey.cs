using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key combine</c>: a key from enough of its shares.</summary>
internal static class CombineKey
{
    public static Command Create()
    {
        var files = new Argument<string[]>("SHARE") { Description = "share files", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--out") { Description = "the project's key", Required = true, HelpName = "FILE" };
        var passphrase = PassphraseOption.Create();
        return new Command("combine", "Make a key again from enough of its shares.") { files, into, passphrase }.Runs((parse, _) =>
        {
            var path = parse.GetValue(into)!;
            if (File.Exists(path))
                throw KeyErrors.Exists(path);
            using var word = PassphraseOption.Read(parse.GetValue(passphrase), "Passphrase of the shares: ");
            var shares = new List<KeyShare>();
            try
            {
                foreach (var file in parse.GetValue(files)!)
                    shares.Add(KeyShare.Open(KeyFiles.Read(file), word, file));
                using var key = KeyShare.Combine(shares);
                NewFile.Write(path, key.ToFile(word), secret: true);
                return KeyFiles.Made(key, path);
            }
            finally
            {
                shares.ForEach(s => s.Dispose());
            }
        });
    }
}
