using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy simulate NEW --decisions BUNDLE.zip</c>: decides everything a log bundle holds again, under new texts.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathIn();
        var bundle = new Option<string>("--decisions") { Description = "a log bundle", Required = true };
        var demonstration = PolicyArguments.Demonstration();
        var lawsAsRead = PolicyArguments.LawsAsRead();
        var asIs = PolicyArguments.AsIs();
        return new Command("simulate", "Replays the decisions of a log bundle under new texts, as if they were signed.") { path, bundle, demonstration, lawsAsRead, asIs }.Runs((parse, _) =>
        {
            var folder = PolicyFiles.Read(parse.GetValue(path)!).Load(new() { Demonstration = parse.GetValue(demonstration), LawsAsRead = parse.GetValue(lawsAsRead), SignaturesAsGiven = !parse.GetValue(asIs) });
            var policy = new PolicyDecisionPoint(folder);
            var results = BundleRecords.Read(parse.GetValue(bundle)!).Select(r => DecisionReplay.Of(r, policy)).OfType<ReplayResult>().ToList();
            var denied = results.Where(r => r.Changes.Any(c => c.Before && !c.After)).ToList();
            var allowed = results.Where(r => r.Changes.Any(c => !c.Before && c.After)).ToList();
            var same = results.Count(r => r.IsSame);
            return new CommandResult(
                denied.Count + allowed.Count > 0 ? ExitCode.Findings : ExitCode.Done,
                new JsonObject
                {
                    ["decisions"] = results.Count,
                    ["same"] = same,
                    ["newly_denied"] = Changes(denied, false),
                    ["newly_allowed"] = Changes(allowed, true),
                },
                o =>
                {
                    o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count:N0} decisions: {same:N0} same, {denied.Count:N0} newly denied, {allowed.Count:N0} newly allowed"));
                    foreach (var (title, list, after) in new[] { ("newly denied ", denied, false), ("newly allowed", allowed, true) })
                    {
                        foreach (var result in list)
                            o.WriteLine($"  {title} {result.Decision}  {string.Join(", ", result.Changes.Where(c => c.After == after).Select(c => $"{c.Provider}/{c.Category}{(c.Clauses.Length > 0 ? " " + c.Clauses : "")}"))}");
                    }
                });
        });
    }

    private static JsonArray Changes(IEnumerable<ReplayResult> results, bool after) => new(
    [
        .. results.Select(r => (JsonNode)new JsonObject
        {
            ["decision"] = r.Decision,
            ["pairs"] = new JsonArray([.. r.Changes.Where(c => c.After == after).Select(c => (JsonNode)new JsonObject { ["provider"] = c.Provider, ["category"] = c.Category, ["clauses"] = c.Clauses })]),
        }),
    ]);
}
