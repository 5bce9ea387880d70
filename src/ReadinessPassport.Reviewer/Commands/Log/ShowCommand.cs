using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Reviewer.Commands.Log.Verification;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary><c>log show BUNDLE</c>: answers one question from a bundle. It verifies nothing; <c>log verify</c> does.</summary>
internal static class ShowCommand
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var path = new Argument<string>("BUNDLE") { Description = "an export of the log; verify it first" };
        var decision = new Option<string?>("--decision") { Description = "everything that names this decision, with its record" };
        var clause = new Option<string?>("--clause") { Description = "decisions that a clause permitted, such as MA-2027-004:R1" };
        var agreement = new Option<string?>("--agreement") { Description = "everything that names this agreement" };
        var kind = new Option<string?>("--kind") { Description = "entries of one kind" };
        var exceptions = new Option<bool>("--exceptions") { Description = "exceptions used, and their reviews" };
        var overdue = new Option<DateTimeOffset?>("--overdue-destruction") { Description = "what was to be destroyed by this moment and has no certificate" };
        return new Command("show", "Answers one question from a log bundle.") { path, decision, clause, agreement, kind, exceptions, overdue }.Runs((parse, _) =>
        {
            using var bundle = LogFiles.Open(parse.GetValue(path)!);
            var reviewed = new ReviewedBundle(bundle, BundleCheck.Run(bundle), new PolicyOptions());
            if (parse.GetValue(overdue) is { } moment)
            {
                var late = ChainStep.Run(reviewed, moment).Findings.Where(f => f.Index is null).Select(f => f.Words).ToList();
                return CommandResult.Done(new JsonObject { ["overdue"] = new JsonArray([.. late.Select(l => (JsonNode)l)]) }, late.Count == 0 ? "nothing is overdue" : string.Join(Environment.NewLine, late));
            }
            var byClause = parse.GetValue(clause)?.Split(':');
            var permitted = reviewed.Decisions.Where(d => byClause is { Length: 2 } && d.Clauses.Any(c => c.StartsWith(byClause[0] + "@", StringComparison.Ordinal) && c.EndsWith(" " + byClause[1], StringComparison.Ordinal))).Select(d => d.Entry.Index).ToHashSet();
            var citing = reviewed.Decisions.Where(d => parse.GetValue(agreement) is { } id && d.Agreements.Any(a => a == id || a.StartsWith(id + "@", StringComparison.Ordinal))).Select(d => d.Entry.Index).ToHashSet();
            var shown = reviewed.Verdict.Entries.Where(e =>
                (parse.GetValue(decision) is not { } d || e.Entry.Refs.GetValueOrDefault("decision") == d)
                && (byClause is null || permitted.Contains(e.Index))
                && (parse.GetValue(agreement) is not { } a || citing.Contains(e.Index) || e.Entry.Refs.GetValueOrDefault("agreement")?.Split('@')[0] == a)
                && (parse.GetValue(kind) is not { } k || e.Entry.Kind == k)
                && (!parse.GetValue(exceptions) || e.Entry.Kind is EntryKinds.ExceptionUsed or EntryKinds.ExceptionReviewed)).ToList();
            var details = parse.GetValue(decision) is not null;
            return CommandResult.Done(new JsonObject { ["entries"] = new JsonArray([.. shown.Select(e => With(EntryLine.Json(e), details ? reviewed.Payload(e) : null))]) }, o =>
            {
                foreach (var entry in shown)
                {
                    o.WriteLine(EntryLine.Text(entry));
                    if (details && reviewed.Payload(entry) is { } payload)
                        o.WriteLine(payload.ToJsonString(s_indented));
                }
                o.WriteLine(shown.Count == 1 ? "1 entry" : $"{shown.Count} entries");
            });
        });
    }

    private static JsonNode With(JsonNode entry, JsonObject? payload)
    {
        if (payload is not null)
            entry["payload"] = payload.DeepClone();
        return entry;
    }
}
