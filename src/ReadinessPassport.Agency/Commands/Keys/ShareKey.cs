using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key share</c>: seals a project's key for one other agency.</summary>
internal static class ShareKey
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the project's key" };
        var to = new Option<string>("--to") { Description = "identity.pub.json of the agency that is to have it; compare its six words first", Required = true, HelpName = "FILE" };
        var into = new Option<string>("--out") { Description = "the sealed message", Required = true, HelpName = "FILE" };
        var passphrase = PassphraseOption.Create();
        return new Command("share", "Seal a project's key for one other agency.") { file, to, into, passphrase }.Runs((parse, _) =>
        {
            var other = KeyFiles.ReadPublic(parse.GetValue(to)!);
            using var key = KeyFiles.OpenProject(parse.GetValue(file)!, parse.GetValue(passphrase));
            var path = parse.GetValue(into)!;
            NewFile.Write(path, key.ShareWith(other), secret: false);
            return CommandResult.Done(
                new JsonObject { ["project"] = key.Project, ["epoch"] = key.Epoch, ["file"] = path, ["to"] = other.Agency.Code, ["toFingerprint"] = other.Fingerprint, ["fingerprint"] = key.Fingerprint },
                $"{path}: only {other.Agency} ({other.Fingerprint}) can open it\nfingerprint of the key: {key.Fingerprint}");
        });
    }
}
