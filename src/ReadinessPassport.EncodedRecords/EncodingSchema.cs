namespace ReadinessPassport.EncodedRecords;

/// <summary>
/// The public parameters with which all data owners of a cohort encode; never the key. Its identity is the SHA-256 of its canonical JSON:
/// agreements name it and packages carry it.
/// </summary>
public sealed record EncodingSchema
{
    /// <summary>The format this type reads and writes.</summary>
    public const string Format = "readiness-passport/encoding/1";

    /// <summary>The schema's name, such as <c>children-1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The normaliser's name and version, such as <c>rp-norm/1</c>.</summary>
    public required string Normaliser { get; init; }

    /// <summary>The mode the schema is made for.</summary>
    public EncodingMode Mode { get; init; }

    /// <summary>What is sent of each field, in the order packages carry them.</summary>
    public required IReadOnlyList<FieldSchema> Fields { get; init; }

    /// <summary>How two records are compared, in the order levels are counted.</summary>
    public IReadOnlyList<ComparisonSchema> Comparisons { get; init; } = [];

    /// <summary>The blocking rules, in the order that decides to which rule a pair belongs.</summary>
    public IReadOnlyList<BlockSchema> Blocks { get; init; } = [];

    /// <summary>The field with this name.</summary>
    /// <exception cref="KeyNotFoundException">No such field.</exception>
    public FieldSchema Field(string name) =>
        Fields.FirstOrDefault(f => f.Name == name) ?? throw new KeyNotFoundException($"The encoding schema {Name} has no field {name}.");
}
