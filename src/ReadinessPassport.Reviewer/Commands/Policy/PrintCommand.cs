using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy print PATH</c>: an agreement in plain English, with the digests that are signed.</summary>
internal static class PrintCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathsIn();
        return new Command("print", "Prints an agreement in plain English.") { path }.Runs((parse, _) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(path)!);
            var folder = files.Load();
            var printed = folder.Agreements.Where(a => files.Concerns(a.Path))
                .Select(a => (Agreement: a, Print: AgreementPrint.Of(a, folder), Signing: folder.Signing(a))).ToList();
            if (printed.Count == 0)
                throw PolicyErrors.DoesNotLoad(string.Join(" ", parse.GetValue(path)!), folder.Problems);
            return CommandResult.Done(
                new JsonObject { ["agreements"] = new JsonArray([.. printed.Select(p => (JsonNode)Document(p.Agreement, p.Print, p.Signing))]) },
                o =>
                {
                    foreach (var (agreement, print, signing) in printed)
                    {
                        o.WriteLine(Status(agreement, signing));
                        if (folder.IsDemonstration)
                            o.WriteLine("demonstration text, not read by counsel");
                        o.Write(print.Body);
                        o.WriteLine($"text  sha256 {agreement.TextSha256}");
                        o.WriteLine($"print sha256 {print.Sha256}   print format {AgreementPrint.Format}");
                        if (agreement != printed[^1].Agreement)
                            o.WriteLine();
                    }
                });
        });
    }

    private static string Status(Agreement agreement, SigningState signing) =>
        !signing.IsComplete ? $"DRAFT: {signing.Needed - signing.Valid} of {signing.Needed} signatures missing; denies everything"
        : agreement.Status == "active" ? "SIGNED by all" : $"{agreement.Status.ToUpperInvariant()}: denies everything";

    private static JsonObject Document(Agreement agreement, AgreementPrint print, SigningState signing) => new()
    {
        ["agreement"] = agreement.Id,
        ["version"] = agreement.Version,
        ["status"] = agreement.Status,
        ["signatures"] = new JsonObject { ["valid"] = signing.Valid, ["needed"] = signing.Needed },
        ["print"] = print.Body,
        ["print_format"] = AgreementPrint.Format,
        ["text_sha256"] = agreement.TextSha256,
        ["print_sha256"] = print.Sha256,
    };
}
