using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Differences">Where it differs from what was expected; empty when it passed.</param>
/// <param name="Found">What was decided, in one line.</param>
public sealed record ScenarioResult(Scenario Scenario, ImmutableArray<string> Differences, string Found)
{
    /// <summary>Whether it came out as expected.</summary>
    public bool Passed => Differences.IsEmpty;
}
