using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Agency.Commands.Keys;
using ReadinessPassport.CommandLine;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Packages;

/// <summary><c>passport-agency inspect</c>: checks a cohort package and says in plain words what is in it.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("PACKAGE.rpc") { Description = "the cohort package" };
        var signer = new Option<string?>("--signer") { Description = "identity.pub.json of the agency; without it the signature is not checked, and the answer says so", HelpName = "FILE" };
        return new Command("inspect", "Check every byte of a cohort package and print what it says.") { file, signer }.Runs((parse, context) =>
        {
            var path = parse.GetValue(file)!;
            var identity = parse.GetValue(signer) is { } from ? KeyFiles.ReadPublic(from) : null;
            using var package = File.OpenRead(path);
            CohortManifest manifest;
            using (context.Stage("check", package.Length, "bytes"))
                manifest = CohortPackage.Verify(package, Path.GetFileName(path), (m, message, signature) => identity is null || m.Signer == identity.Fingerprint && m.Agency == identity.Agency && identity.Verifies(message, signature));
            if (identity is null)
                context.Warn("the signature was not checked; give --signer identity.pub.json");
            return CommandResult.Done(Document(path, manifest, identity), o => Print(o, manifest, identity));
        });
    }

    private static JsonObject Document(string path, CohortManifest manifest, PublicIdentity? signer) => new()
    {
        ["file"] = path,
        ["signatureChecked"] = signer is not null,
        ["manifest"] = JsonNode.Parse(manifest.ToBytes()),
    };

    private static void Print(TextWriter o, CohortManifest manifest, PublicIdentity? signer)
    {
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Rows:N0} encoded records of {manifest.Agency} under agreement {(manifest.Agreement.Length == 0 ? "none (benchmarks only)" : manifest.Agreement)}"));
        o.WriteLine($"  signed by  {manifest.Signer}{(signer is null ? " (NOT CHECKED)" : " (checked)")}");
        o.WriteLine($"  key        {manifest.Project}, epoch {manifest.Epoch}, check value {manifest.KeyCheck}");
        o.WriteLine($"  canaries   {manifest.Canaries[..Math.Min(16, manifest.Canaries.Length)]}…: equal for all agencies that encode alike");
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  made       {manifest.Created:yyyy-MM-dd HH:mm} UTC by {manifest.Program}"));
        foreach (var (code, count) in manifest.LeftOut)
            o.WriteLine($"  left out   {count} for {code}");
        o.WriteLine();
        foreach (var line in SchemaInWords.Of(manifest.Schema))
            o.WriteLine(line);
        o.WriteLine();
        o.WriteLine("missing, in twentieths of the records, rounded up:");
        foreach (var (field, twentieths) in manifest.Missing)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {field,-14} {twentieths,2}/20"));
    }
}
