using System.Collections.Immutable;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Facts;

/// <summary>What a facts file says of one record.</summary>
/// <param name="Handle">The record.</param>
/// <param name="Source">The data collection the facts are from, such as <c>DESE.SIMS.EOY</c>; null in a delete.</param>
/// <param name="AsOf">Through which month or year the source is complete; null when nobody says, and in a delete.</param>
/// <param name="Facts">Replace whatever that record had of that source and those periods. Empty in a delete.</param>
public sealed record FactsLine(RecordHandle Handle, string? Source, string? AsOf, ImmutableArray<Fact> Facts)
{
    /// <summary>The agency takes the record back: everything it ever sent of it goes.</summary>
    public static FactsLine Delete(RecordHandle handle) => new(handle, null, null, []);

    /// <summary>Whether the line takes the record back.</summary>
    public bool IsDelete => Source is null;
}
