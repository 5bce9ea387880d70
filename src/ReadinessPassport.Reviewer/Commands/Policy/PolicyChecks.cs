using ReadinessPassport.Policy;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>What <c>check</c> and <c>test</c> both look at.</summary>
internal static class PolicyChecks
{
    /// <summary>The coverage of the agreements that were named, or of all.</summary>
    public static List<ClauseCoverage> Coverage(PolicyFiles files, ScenarioSuite suite)
    {
        var folder = files.Load(new() { SignaturesAsGiven = true, LawsAsRead = true });
        return [.. folder.Agreements.Where(a => files.Concerns(a.Path)).Select(a => ClauseCoverage.Of(a, suite, files.Texts))];
    }

    public static string Line(ClauseCoverage c)
    {
        var all = c.Tested.Length + c.Untested.Length + c.Dead.Length;
        return $"{c.Agreement}: clauses decisive in a scenario {c.Tested.Length} of {all}; untested: {Or(c.Untested)}; dead text: {Or(c.Dead)}";
    }

    private static string Or(IReadOnlyCollection<string> clauses) => clauses.Count == 0 ? "none" : string.Join(", ", clauses);
}
