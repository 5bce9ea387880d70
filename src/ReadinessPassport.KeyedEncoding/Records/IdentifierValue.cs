namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>An identifier and the system that gave it, such as <c>MA.SASID</c>.</summary>
public sealed class IdentifierValue
{
    /// <summary>Who gave it; identifiers of different systems are never compared.</summary>
    public required string System { get; init; }

    /// <summary>The identifier as the source has it.</summary>
    public required string Value { get; init; }
}
