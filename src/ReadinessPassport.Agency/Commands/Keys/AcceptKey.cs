using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key accept</c>: opens a project's key that another agency sealed for this one.</summary>
internal static class AcceptKey
{
    public static Command Create()
    {
        var file = new Argument<string>("SEALED") { Description = "the sealed message" };
        var identity = new Option<string>("--identity") { Description = "this agency's identity.key", Required = true, HelpName = "FILE" };
        var into = new Option<string>("--out") { Description = "the project's key", Required = true, HelpName = "FILE" };
        var passphrase = PassphraseOption.Create();
        return new Command("accept", "Open a project's key that another agency shared; the same passphrase opens the identity and seals the key.") { file, identity, into, passphrase }.Runs((parse, _) =>
        {
            var (from, path, own) = (parse.GetValue(file)!, parse.GetValue(into)!, parse.GetValue(identity)!);
            if (File.Exists(path))
                throw KeyErrors.Exists(path);
            using var word = PassphraseOption.Read(parse.GetValue(passphrase), $"Passphrase of {own}: ");
            using var opened = AgencyIdentity.Open(KeyFiles.Read(own), word, own);
            using var key = ProjectKey.Accept(KeyFiles.Read(from), opened, from);
            NewFile.Write(path, key.ToFile(word), secret: true);
            return KeyFiles.Made(key, path);
        });
    }
}
