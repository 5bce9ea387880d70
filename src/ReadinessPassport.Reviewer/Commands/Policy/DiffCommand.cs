using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy diff OLD NEW</c>: what a new version allows and denies that the old did not, and which limits moved.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "the earlier version's file" };
        var @new = new Argument<string>("NEW") { Description = "the new version's file, in a policy folder" };
        var agreementOnly = PolicyArguments.AgreementOnly();
        var demonstration = PolicyArguments.Demonstration();
        var lawsAsRead = PolicyArguments.LawsAsRead();
        var countersigned = new Option<string?>("--require-countersigned") { Description = "a file of digests that reviewers approved, one a line; a difference that is not among them is a finding" };
        return new Command("diff", "Says what a new version of an agreement changes, both ways and in full.") { old, @new, agreementOnly, demonstration, lawsAsRead, countersigned }.Runs((parse, _) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(@new)!);
            var options = new PolicyOptions { Demonstration = parse.GetValue(demonstration), LawsAsRead = parse.GetValue(lawsAsRead), SignaturesAsGiven = true };
            var folder = files.Load(options);
            var after = files.Agreement(folder);
            var (before, beforeFolder) = Earlier(parse.GetValue(old)!, files, folder, after, options);
            var diff = AgreementDiff.Of((before, beforeFolder), (after, folder), new() { AgreementOnly = parse.GetValue(agreementOnly) });
            var document = Document(before, after, diff);
            var digest = CanonicalJson.Digest(document.DeepClone());
            document["diff_sha256"] = digest;
            var approved = parse.GetValue(countersigned) is not { } list || IsListed(list, digest);
            var exit = parse.GetValue(countersigned) is not null ? (approved ? ExitCode.Done : ExitCode.Findings) : diff.AddsNothing ? ExitCode.Done : ExitCode.Findings;
            return new CommandResult(exit, document, o => Write(o, diff, digest, parse.GetValue(countersigned) is null ? null : approved));
        });
    }

    // The earlier version lies in the same folder, in a folder of its own, or anywhere as a single file.
    private static (Agreement, PolicyFolder) Earlier(string path, PolicyFiles files, PolicyFolder folder, Agreement after, PolicyOptions options)
    {
        var full = Path.GetFullPath(path);
        if (full.StartsWith(files.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            var inside = Path.GetRelativePath(files.Root, full).Replace('\\', '/');
            return (folder.Agreements.FirstOrDefault(a => a.Path == inside) ?? throw PolicyErrors.DoesNotLoad(path, [.. folder.Problems.Where(p => p.Path == inside)]), folder);
        }
        if (PolicyFiles.Find(full) is { } own)
        {
            var ownFolder = own.Load(options);
            return (own.Agreement(ownFolder), ownFolder);
        }
        return files.Loaded(path, after, options);
    }

    private static bool IsListed(string path, string digest) =>
        File.ReadLines(path).Select(l => l.Split('#')[0].Trim()).Any(l => l == digest);

    private static void Write(TextWriter o, AgreementDiff diff, string digest, bool? approved)
    {
        Boxes("NEWLY ALLOWED", diff.NewlyAllowed);
        Boxes("NEWLY DENIED", diff.NewlyDenied);
        foreach (var change in diff.Parameters)
            o.WriteLine("PARAMETER " + change);
        if (!diff.Wording.IsEmpty)
            o.WriteLine($"WORDING {string.Join(", ", diff.Wording)}. No effect on access{(diff.NewlyAllowed.IsEmpty && diff.NewlyDenied.IsEmpty ? " (proved)" : " of its own")}.");
        o.WriteLine($"NO NEW ACCESS: {(diff.AddsNothing ? "yes" : "no")}");
        o.WriteLine($"diff sha256 {digest}{(approved is null ? "" : approved.Value ? "   countersigned" : "   NOT countersigned")}");

        void Boxes(string title, IReadOnlyCollection<Box> boxes)
        {
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title} {boxes.Sum(b => b.Cases):N0} cases"));
            foreach (var box in boxes)
                o.WriteLine("   " + box.Text(diff.Axes));
        }
    }

    private static JsonObject Document(Agreement before, Agreement after, AgreementDiff diff) => new()
    {
        ["old"] = new JsonObject { ["agreement"] = before.Reference, ["text_sha256"] = before.TextSha256 },
        ["new"] = new JsonObject { ["agreement"] = after.Reference, ["text_sha256"] = after.TextSha256 },
        ["axes"] = MatrixCommand.AxesJson(diff.Axes),
        ["newly_allowed"] = new JsonArray([.. diff.NewlyAllowed.Select(b => (JsonNode)MatrixCommand.BoxJson(b, diff.Axes))]),
        ["newly_denied"] = new JsonArray([.. diff.NewlyDenied.Select(b => (JsonNode)MatrixCommand.BoxJson(b, diff.Axes))]),
        ["parameters"] = new JsonArray([.. diff.Parameters.Select(p => (JsonNode)new JsonObject { ["where"] = p.Where, ["old"] = p.Old, ["new"] = p.New, ["direction"] = p.Direction.ToString().ToLowerInvariant() })]),
        ["wording"] = new JsonArray([.. diff.Wording.Select(w => (JsonNode)w)]),
        ["no_new_access"] = diff.AddsNothing,
    };
}
