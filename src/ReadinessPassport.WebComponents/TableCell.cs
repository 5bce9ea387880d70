namespace ReadinessPassport.WebComponents;

/// <summary>A cell of a <see cref="DataTable"/>: words, perhaps a link.</summary>
/// <param name="Text">What it says; never a colour or a sign alone.</param>
/// <param name="Address">Where it leads; null for nowhere.</param>
public sealed record TableCell(string Text, string? Address = null)
{
    /// <summary>Plain words.</summary>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>Plain words, for languages without conversions.</summary>
    public static TableCell FromString(string text) => new(text);
}
