namespace ReadinessPassport.Policy;

/// <summary>What one clause of one agreement says to a question about one provider's category.</summary>
/// <param name="Entry">The agreement, with the laws that govern the category there.</param>
/// <param name="Clause">The release clause; null for linkage, and where the agreement has none of the mode.</param>
/// <param name="Failed">The tests that failed.</param>
/// <param name="ConsentState">The state of consents; null where none is asked.</param>
/// <param name="Consent">The consent that is active; null where none is, or for a case.</param>
/// <param name="Exception">The exception that stands in for a consent; null for none.</param>
internal readonly record struct Verdict(PolicyEntry Entry, ReleaseClause? Clause, Test Failed, ConsentState? ConsentState, string? Consent, string? Exception)
{
    public bool Permits => Failed == Test.None;

    public string ClauseId => Clause?.Clause ?? Entry.Agreement.Linkage?.Clause ?? "data";

    /// <summary>Whether it fails fewer of the agreement's own tests or, of as many, fewer in all. Equal ones keep their order, by agreement and clause.</summary>
    public bool IsNearerThan(in Verdict other)
    {
        var (mine, theirs) = (Count(Failed & Test.Agreement), Count(other.Failed & Test.Agreement));
        return mine != theirs ? mine < theirs : Count(Failed) < Count(other.Failed);
    }

    private static int Count(Test failed) => System.Numerics.BitOperations.PopCount((uint)failed);
}
