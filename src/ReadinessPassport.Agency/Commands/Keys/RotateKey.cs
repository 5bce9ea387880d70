using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key rotate</c>: the next epoch's key, in dealer mode.</summary>
internal static class RotateKey
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the present key" };
        var into = new Option<string>("--out") { Description = "the new key", Required = true, HelpName = "FILE" };
        var passphrase = PassphraseOption.Create();
        return new Command("rotate", "Make a fresh key for the next epoch. Share it, encode and send again, then destroy what was encoded under the old one.") { file, into, passphrase }.Runs((parse, _) =>
        {
            var (old, path) = (parse.GetValue(file)!, parse.GetValue(into)!);
            if (File.Exists(path))
                throw KeyErrors.Exists(path);
            using var word = PassphraseOption.Read(parse.GetValue(passphrase), $"Passphrase of {old}: ");
            using var present = ProjectKey.Open(KeyFiles.Read(old), word, old);
            using var next = present.Rotated();
            NewFile.Write(path, next.ToFile(word), secret: true);
            return KeyFiles.Made(next, path);
        });
    }
}
