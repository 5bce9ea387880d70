using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy check PATH</c>: loads everything, proves the invariants, runs the scenarios, verifies the signatures.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathsIn();
        var demonstration = PolicyArguments.Demonstration();
        var allowUntested = new Option<bool>("--allow-untested") { Description = "clauses that no scenario depends on are no finding; dead text always is" };
        return new Command("check", "Loads a policy folder, proves its invariants, runs its scenarios and verifies its signatures.") { path, demonstration, allowUntested }.Runs((parse, _) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(path)!);
            var folder = files.Load(new() { Demonstration = parse.GetValue(demonstration) });
            var proof = InvariantProof.Load(files.Load(new() { SignaturesAsGiven = true, LawsAsRead = true }));
            var suite = ScenarioSuite.Load(files.Texts);
            List<TextProblem> problems = [.. folder.Problems, .. proof.Problems, .. suite.Problems];
            if (problems.Count > 0)
                return Broken(problems);

            var named = folder.Agreements.Where(a => files.Concerns(a.Path)).ToList();
            var findings = named.SelectMany(a => Findings(a, folder)).ToList();
            var signatureFails = named.Any(a => folder.Signing(a).Findings.Any(f => f.Code is PolicyCodes.SignatureStale or PolicyCodes.SignatureInvalid or PolicyCodes.SigningKeyWrong));
            var checkedCases = named.Select(a => (Agreement: a, Result: proof.Check(a))).Where(c => c.Result.Cases > 0 || !c.Result.Violations.IsEmpty).ToList();
            findings.AddRange(checkedCases.SelectMany(c => c.Result.Violations).Select(v => $"{CheckCodes.InvariantBroken} {v.Agreement}: {v.Invariant.Id} does not hold ({v.Invariant.Says}) smallest case: {v.Case}"));
            var results = suite.Scenarios.Select(suite.Run).ToList();
            findings.AddRange(results.Where(r => !r.Passed).Select(r => $"{CheckCodes.ScenarioFailed} {r.Scenario.Path}: {r.Scenario.Name}: {string.Join("; ", r.Differences)}"));
            var coverage = PolicyChecks.Coverage(files, suite);
            findings.AddRange(coverage.Where(c => !c.Dead.IsEmpty).Select(c => $"{CheckCodes.DeadText} {c.Agreement}: {string.Join(", ", c.Dead)} changes nothing: dead text"));
            if (!parse.GetValue(allowUntested))
                findings.AddRange(coverage.Where(c => !c.Untested.IsEmpty).Select(c => $"{CheckCodes.Untested} {c.Agreement}: no scenario depends on {string.Join(", ", c.Untested)}"));

            var exit = signatureFails ? ExitCode.VerificationFailed : findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
            var invariants = checkedCases.All(c => c.Result.Violations.IsEmpty) ? "hold" : "do NOT all hold";
            return new CommandResult(
                exit,
                new JsonObject
                {
                    ["agreements"] = folder.Agreements.Length,
                    ["law_packs"] = folder.Laws.Count,
                    ["law_packs_read"] = folder.Laws.Values.Count(l => l.IsRead),
                    ["tables"] = folder.Tables.Count,
                    ["scenarios_passed"] = results.Count(r => r.Passed),
                    ["scenarios_failed"] = results.Count(r => !r.Passed),
                    ["cases"] = checkedCases.Sum(c => c.Result.Cases),
                    ["policy_sha256"] = folder.Sha256,
                    ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)f)]),
                    ["coverage"] = new JsonArray([.. coverage.Select(c => (JsonNode)TestCommand.CoverageJson(c))]),
                },
                o =>
                {
                    o.WriteLine($"agreements {folder.Agreements.Length} · law packs {folder.Laws.Count} ({folder.Laws.Values.Count(l => l.IsRead)} read, {folder.Laws.Values.Count(l => !l.IsRead)} stub) · tables {folder.Tables.Count} · scenarios {results.Count(r => r.Passed)} passed{(results.Any(r => !r.Passed) ? $", {results.Count(r => !r.Passed)} FAILED" : "")}");
                    foreach (var finding in findings)
                        o.WriteLine("finding " + finding);
                    if (checkedCases.Count > 0)
                        o.WriteLine($"invariants {proof.Invariants[0].Id}-{proof.Invariants[^1].Id} {invariants} over {string.Join(" + ", checkedCases.Where(c => c.Result.Cases > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Result.Cases:N0} ({c.Agreement.Id})")))} cases");
                    foreach (var line in coverage.Select(PolicyChecks.Line))
                        o.WriteLine(line);
                    o.WriteLine("policy sha256 " + folder.Sha256);
                });
        });
    }

    private static CommandResult Broken(List<TextProblem> problems) => new(
        ExitCode.BadInput,
        new JsonObject
        {
            ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)new JsonObject { ["code"] = p.Code, ["path"] = p.Path, ["line"] = p.Line, ["column"] = p.Column, ["found"] = p.Found, ["expected"] = p.Expected })]),
        },
        o => problems.ForEach(p => o.WriteLine("error " + p)));

    private static IEnumerable<string> Findings(Agreement agreement, PolicyFolder folder)
    {
        foreach (var finding in folder.Signing(agreement).Findings)
            yield return $"{finding.Code} {agreement.Path}: {finding.Words}; the agreement is a draft and denies";
        foreach (var basis in agreement.LegalBasis.Where(b => folder.Laws.TryGetValue(b.Law, out var law) && !law.IsRead))
            yield return $"{PolicyCodes.StubLaw} {agreement.Path} {basis.Clause}: {basis.Law} is a stub; it denies what it governs for {(basis.Provider == "*" ? "every provider" : basis.Provider)}";
    }
}
