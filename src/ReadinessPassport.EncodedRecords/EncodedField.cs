namespace ReadinessPassport.EncodedRecords;

/// <summary>What all records of a cohort carry of one field. Which parts are there follows from its <see cref="FieldSchema"/>; a hash of 0 means missing.</summary>
public sealed record EncodedField
{
    /// <summary>What was asked to be sent.</summary>
    public required FieldSchema Schema { get; init; }

    /// <summary>The filter of the whole value, when <see cref="FieldSchema.Length"/> &gt; 0.</summary>
    public FilterColumn? Filter { get; init; }

    /// <summary>Keyed hash of the whole normalised value, when <see cref="FieldSchema.ValueHash"/> is <see cref="ValueHashMode.Full"/>.</summary>
    public ulong[]? Value { get; init; }

    /// <summary>⌊log₂ frequency⌋ + 1 of the value in the published list, when the mode is <see cref="ValueHashMode.Bucket"/>; 0 missing.</summary>
    public byte[]? Bucket { get; init; }

    /// <summary>The filter of the nickname's canonical form, when <see cref="FieldSchema.Nickname"/>.</summary>
    public FilterColumn? NicknameFilter { get; init; }

    /// <summary>Keyed hash of the nickname's canonical form, when <see cref="FieldSchema.Nickname"/>.</summary>
    public ulong[]? NicknameValue { get; init; }

    /// <summary>Keyed hashes of the parts of a compound name, when <see cref="FieldSchema.Parts"/>.</summary>
    public HashListColumn? Parts { get; init; }

    /// <summary>Keyed hash of the first letter, when <see cref="FieldSchema.Initial"/>; its lowest bit is set when the value is that letter alone.</summary>
    public ulong[]? Initial { get; init; }

    /// <summary>Keyed hashes of all values known, the present one among them, when <see cref="FieldSchema.History"/>.</summary>
    public HashListColumn? History { get; init; }
}
