using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// Which clauses some scenario depends on. A clause is <em>tested</em> when taking it away changes result, reasons, parameters or obligations of a scenario; it is
/// <em>dead</em> when taking it away changes no scenario, nothing in the matrix and no upload.
/// </summary>
/// <param name="Agreement">Which agreement.</param>
/// <param name="Tested">Clauses some scenario depends on.</param>
/// <param name="Untested">Clauses that do something no scenario looks at.</param>
/// <param name="Dead">Clauses that do nothing.</param>
public sealed record ClauseCoverage(string Agreement, ImmutableArray<string> Tested, ImmutableArray<string> Untested, ImmutableArray<string> Dead)
{
    /// <summary>Takes every clause of an agreement away, one by one.</summary>
    public static ClauseCoverage Of(Agreement agreement, ScenarioSuite suite, IReadOnlyList<PolicyText> texts)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(suite);
        var scenarios = suite.Scenarios.Where(s => !s.LawsAsTheyAre && s.Stubs.IsEmpty && s.Signed).ToList();
        var folder = PolicyFolder.Load(texts, new() { SignaturesAsGiven = true, LawsAsRead = true, Demonstration = true });
        var whole = folder.Agreements.First(a => a.Path == agreement.Path);
        var before = Run(folder, scenarios);
        var everything = new Lazy<Matrix>(() => Matrix.Of(whole, folder));
        var (tested, untested, dead) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var clause in whole.ClauseIds.Order(ClauseOrder.Instance))
        {
            var less = whole.Without(clause);
            var without = folder.With(whole, less);
            if (!Run(without, scenarios).SequenceEqual(before, StringComparer.Ordinal))
                tested.Add(clause);
            else
                (Changes(folder, whole, without, less, everything) ? untested : dead).Add(clause);
        }
        return new ClauseCoverage(agreement.Id, [.. tested], [.. untested], [.. dead]);
    }

    private static List<string> Run(PolicyFolder folder, List<Scenario> scenarios)
    {
        var plain = new PolicyDecisionPoint(folder);
        return [.. scenarios.Select(s => ScenarioExpectation.Everything(s.States.Suspended.IsEmpty && s.States.Withdrawn.IsEmpty ? plain.Decide(s.Request, s.Consents, GivenStates.Everywhere(s.Given)) : ScenarioSuite.Decide(s, folder)))];
    }

    private static bool Changes(PolicyFolder folder, Agreement whole, PolicyFolder without, Agreement less, Lazy<Matrix> everything)
    {
        if (!everything.Value.Allowed.SequenceEqual(Matrix.Over(less, without, new(), everything.Value.Axes).Allowed, SameCase.Instance))
            return true;
        var (a, b) = (new PolicyDecisionPoint(folder), new PolicyDecisionPoint(without));
        var noon = ScenarioRequest.Moment(whole.Dates.Effective.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return whole.Providers.Any(p => ScenarioExpectation.Everything(a.DecideUpload(whole.Id, p, new Visa(p, noon), noon)) != ScenarioExpectation.Everything(b.DecideUpload(whole.Id, p, new Visa(p, noon), noon)));
    }

    private sealed class SameCase : IEqualityComparer<ImmutableArray<int>>
    {
        public static SameCase Instance { get; } = new();

        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<int> at) => at.Length;
    }
}
