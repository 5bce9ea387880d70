using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy test PATH</c>: runs the scenarios, and says which clauses none of them depends on.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathsIn();
        return new Command("test", "Runs the scenarios of a policy folder and says which clauses they test.") { path }.Runs((parse, context) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(path)!);
            var suite = ScenarioSuite.Load(files.Texts);
            if (!suite.Problems.IsEmpty)
                throw PolicyErrors.DoesNotLoad(string.Join(" ", parse.GetValue(path)!), suite.Problems);
            var results = suite.Scenarios.Where(s => files.Concerns(s.Path) || files.Concerns($"agreements/{s.Agreement}.yml")).Select(suite.Run).ToList();
            var coverage = PolicyChecks.Coverage(files, suite);
            var failed = results.Count(r => !r.Passed);
            return new CommandResult(
                failed == 0 ? ExitCode.Done : ExitCode.Findings,
                new JsonObject
                {
                    ["passed"] = results.Count - failed,
                    ["failed"] = failed,
                    ["scenarios"] = new JsonArray([.. results.Select(r => (JsonNode)new JsonObject { ["file"] = r.Scenario.Path, ["name"] = r.Scenario.Name, ["passed"] = r.Passed, ["found"] = r.Found, ["differences"] = new JsonArray([.. r.Differences.Select(d => (JsonNode)d)]) })]),
                    ["coverage"] = new JsonArray([.. coverage.Select(c => (JsonNode)CoverageJson(c))]),
                },
                o =>
                {
                    foreach (var result in results.Where(r => !r.Passed || context.Options.Verbosity > 0))
                    {
                        o.WriteLine($"{(result.Passed ? "passed" : "FAILED")} {result.Scenario.Path}: {result.Scenario.Name}");
                        foreach (var difference in result.Differences)
                            o.WriteLine("   " + difference);
                    }
                    o.WriteLine($"{results.Count - failed} passed, {failed} failed");
                    foreach (var line in coverage.Select(PolicyChecks.Line))
                        o.WriteLine(line);
                });
        });
    }

    internal static JsonObject CoverageJson(ClauseCoverage c) => new()
    {
        ["agreement"] = c.Agreement,
        ["tested"] = new JsonArray([.. c.Tested.Select(x => (JsonNode)x)]),
        ["untested"] = new JsonArray([.. c.Untested.Select(x => (JsonNode)x)]),
        ["dead"] = new JsonArray([.. c.Dead.Select(x => (JsonNode)x)]),
    };
}
