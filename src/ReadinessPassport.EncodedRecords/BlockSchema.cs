namespace ReadinessPassport.EncodedRecords;

/// <summary>One rule by which records become candidate pairs: they share a keyed hash of a combination of values.</summary>
public sealed record BlockSchema
{
    /// <summary>The rule's name in reports, such as <c>B1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The parts combined, such as <c>given</c>, <c>surname:phonetic</c>, <c>birth:year</c>; every part must be present or the record has no key of this rule.
    /// A part with several values (name parts, earlier addresses) gives several keys.
    /// </summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Whether the rule belongs to the selective ones from which the first estimate is made.</summary>
    public bool Selective { get; init; }
}
