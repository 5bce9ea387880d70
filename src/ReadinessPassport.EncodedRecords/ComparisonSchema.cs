namespace ReadinessPassport.EncodedRecords;

/// <summary>One comparison of two records: the fields it looks at and its agreement levels, best first.</summary>
public sealed record ComparisonSchema
{
    /// <summary>The comparison's name in reports, such as <c>given</c> or <c>address</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The fields compared; the first is the main one, others are crossed with it or make one composite.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>
    /// Agreement levels, best first; <c>else</c> is added last. Known: <c>exact</c> (value hashes, else whole filters, equal) · <c>nickname</c> ·
    /// <c>dice:N</c> (filters of similarity ≥ N thousandths) · <c>parts</c> (parts overlap) · <c>initial</c> (first letters agree and one value is a letter alone) ·
    /// <c>crossed:FIELD</c> (exact or ≥ 800 against another field of the group) · <c>history</c> (any earlier value equal) ·
    /// <c>all:F+G</c> (these fields of a composite exact, history included). A missing side is no evidence: level 0.
    /// </summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>Whether people of one household share what is compared.</summary>
    public bool SharedByHousehold { get; init; }
}
