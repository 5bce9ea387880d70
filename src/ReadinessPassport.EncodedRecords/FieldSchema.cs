using System.Text.Json.Serialization;

namespace ReadinessPassport.EncodedRecords;

/// <summary>What is sent of one field: which parts of an <see cref="EncodedField"/> a package carries, and how its filter is made.</summary>
public sealed record FieldSchema
{
    /// <summary>The field's name in packages and comparisons, such as <c>given</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The canonical fields of an edge record it is made from, such as <c>FirstName</c>; several are joined with a blank. A record filter names fields of the schema instead.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>How values are normalised and cut into tokens.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required FieldKind Kind { get; init; }

    /// <summary>Fields of one group share a subkey, so that they can be compared across; every group has its own.</summary>
    public required string Group { get; init; }

    /// <summary>Bits in the filter, a multiple of 64; 0 when the field sends none.</summary>
    public int Length { get; init; }

    /// <summary>Positions set by each token. 0 means: derive from <see cref="Fill"/>.</summary>
    public int Hashes { get; init; }

    /// <summary>Target share of one-bits at the median token count, in thousandths; 0 when <see cref="Hashes"/> is given.</summary>
    public int Fill { get; init; }

    /// <summary>Hardening steps in order, each a step's name and its parameters, such as <c>diffuse:4</c> or <c>flip:20</c> (thousandths). See ENCODING in docs/explanation.</summary>
    public IReadOnlyList<string> Hardening { get; init; } = [];

    /// <summary>Whether and how equality of whole values can be seen.</summary>
    public ValueHashMode ValueHash { get; init; }

    /// <summary>Names only: also send the canonical form of a nickname, as a filter and a hash.</summary>
    public bool Nickname { get; init; }

    /// <summary>Names only: also send keyed hashes of the parts of a compound name.</summary>
    public bool Parts { get; init; }

    /// <summary>Names only: also send a keyed hash of the first letter, and whether the value is that letter alone.</summary>
    public bool Initial { get; init; }

    /// <summary>Also send keyed hashes of all values the source still knows: earlier addresses, other names.</summary>
    public bool History { get; init; }

    /// <summary>Whether people of one household share the value, so that agreement says less about the person.</summary>
    public bool SharedByHousehold { get; init; }
}
