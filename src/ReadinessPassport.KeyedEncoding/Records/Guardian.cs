namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>A parent or guardian.</summary>
public sealed class Guardian
{
    /// <summary>Given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Relationship as coded by the source.</summary>
    public string? Relationship { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Telephone { get; init; }
}
