using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What came of deciding again.</summary>
/// <param name="Decision">The decision's id.</param>
/// <param name="Before">Its result as recorded.</param>
/// <param name="After">Its result now.</param>
/// <param name="Changes">Contributors and categories whose answer differs.</param>
public sealed record ReplayResult(string Decision, string Before, string After, ImmutableArray<ReplayChange> Changes)
{
    /// <summary>The record as it comes out now; null when nothing was decided again.</summary>
    public DecisionRecord? Record { get; init; }

    /// <summary>Whether everything came out as recorded.</summary>
    public bool IsSame => Before == After && Changes.IsEmpty;
}
