namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>A name a person also has or had.</summary>
public sealed class OtherName
{
    /// <summary>Given name, if this name has one.</summary>
    public string? First { get; init; }

    /// <summary>Surname, if this name has one.</summary>
    public string? Last { get; init; }

    /// <summary>Such as <c>maiden</c>, <c>former</c>, <c>preferred</c>.</summary>
    public string? Kind { get; init; }
}
