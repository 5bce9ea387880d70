namespace ReadinessPassport.Policy;

/// <summary>A key of a map.</summary>
/// <param name="Name">As written.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="IsRequired">Whether a map without it does not load.</param>
public sealed record Key(string Name, Shape Shape, bool IsRequired)
{
    /// <summary>A key that must be there.</summary>
    public static Key Required(string name, Shape shape) => new(name, shape, true);

    /// <summary>A key that may be absent.</summary>
    public static Key Optional(string name, Shape shape) => new(name, shape, false);
}
