using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key fingerprint</c>: the six words of any key file, for comparing by telephone. Needs no passphrase.</summary>
internal static class KeyFingerprint
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "identity.pub.json, identity.key or a project's key" };
        return new Command("fingerprint", "Print the six words by which people compare keys.") { file }.Runs((parse, _) =>
        {
            var path = parse.GetValue(file)!;
            var bytes = KeyFiles.Read(path);
            var (kind, name, words) = bytes.AsSpan().IndexOf("\"readiness-passport/identity/1\""u8) >= 0
                ? PublicIdentity.Parse(bytes, path) is { } identity ? ("identity", identity.Agency.Code, identity.Fingerprint) : default
                : Sealed(KeyHeader.Read(bytes, path));
            return CommandResult.Done(new JsonObject { ["file"] = path, ["kind"] = kind, ["name"] = name, ["fingerprint"] = words }, $"{name} ({kind}): {words}");
        });
    }

    private static (string, string, string) Sealed(KeyHeader header) => (header.Kind, header.Name, header.Fingerprint);
}
