namespace ReadinessPassport.Policy;

/// <summary>Holds a decision against what a scenario expects. Lists of clauses, reasons and categories are exact; obligations must be among those found.</summary>
internal static class ScenarioExpectation
{
    public static IEnumerable<string> Differences(YamlMap expect, Decision decision)
    {
        if (expect.Text("result") != decision.Result)
            yield return $"result: expected {expect.Text("result")}, found {decision.Result}";
        if (expect.Has("clauses") && Differ(expect.Texts("clauses"), Clauses(decision)) is { } clauses)
            yield return "clauses: " + clauses;
        if (expect.Has("reasons") && Differ(expect.Texts("reasons"), Reasons(decision)) is { } reasons)
            yield return "reasons: " + reasons;
        if (expect.Has("permitted") && Differ(expect.Texts("permitted"), decision.Pairs.Where(p => p.Permitted).Select(p => p.Category).Distinct(StringComparer.Ordinal)) is { } permitted)
            yield return "permitted: " + permitted;
        if (expect.Has("denied") && Differ(expect.Texts("denied"), decision.Pairs.Where(p => !p.Permitted).Select(p => p.Category).Distinct(StringComparer.Ordinal)) is { } denied)
            yield return "denied: " + denied;
        var parameters = (decision as Decision.Permit)?.Parameters;
        foreach (var (key, found) in new (string, int?)[] { ("minimum_cell", parameters?.MinimumCell), ("minimum_width", parameters?.MinimumWidth), ("look_back_years", parameters?.LookBackYears) })
        {
            if (expect.Has(key) && expect.Int(key) != found)
                yield return $"{key}: expected {expect.Int(key)}, found {found}";
        }
        if (expect.Has("zeros") && (expect.Text("zeros") == "publish") != parameters?.PublishZeros)
            yield return $"zeros: expected {expect.Text("zeros")}";
        if (expect.Has("review_by") && Differ(expect.Texts("review_by"), parameters?.Reviewers ?? []) is { } reviewers)
            yield return "review_by: " + reviewers;
        var duties = (decision as Decision.Permit)?.Obligations.Select(o => o.ToString()).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in expect.Texts("obligations").Where(o => !duties.Contains(o)))
            yield return $"obligations: {missing} is missing; found {string.Join(", ", duties.Order(StringComparer.Ordinal))}";
    }

    public static string Line(Decision decision) => $"{decision.Result} [{string.Join(", ", Clauses(decision))}] {string.Join(", ", Reasons(decision))}";

    /// <summary>Everything about a decision that a change of the text could change.</summary>
    public static string Everything(Decision decision) =>
        string.Join('\n', Line(decision), string.Join(',', decision.Pairs.Select(p => $"{p.Provider}/{p.Category}={p.Permitted}:{string.Join('+', p.Clauses)}")), string.Join('\n', decision.Reasons),
            decision is Decision.Permit permit ? ParametersJson.Of(permit.Parameters).ToJsonString() + string.Join(',', permit.Obligations) : "");

    private static IEnumerable<string> Clauses(Decision decision) =>
        decision.Pairs.SelectMany(p => p.Clauses.Select(c => c.Clause)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // A reason in short: its code with the law, or else the clause, that it cites.
    private static IEnumerable<string> Reasons(Decision decision) =>
        decision.Reasons.Where(r => r.Code != ReasonCode.Permitted).Select(r => r.Code.Text() + ((r.Law ?? r.Clause) is { } cited ? " " + cited : "")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string? Differ(IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (e, f) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        return e.SequenceEqual(f, StringComparer.Ordinal) ? null : $"expected {string.Join(", ", e)}; found {string.Join(", ", f)}";
    }
}
