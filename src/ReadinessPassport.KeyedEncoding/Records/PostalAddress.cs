namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>One address; parts a source does not have are absent.</summary>
public sealed class PostalAddress
{
    /// <summary>House number and street, with a unit if the source keeps it on the same line.</summary>
    public string? Line { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>State, as two letters where known.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }
}
