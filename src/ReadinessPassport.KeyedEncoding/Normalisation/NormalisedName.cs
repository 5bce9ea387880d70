namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>A name after <c>rp-norm/1</c>. A class and not a record, so that nothing prints it by accident.</summary>
/// <param name="whole">The whole name, its words joined by a blank.</param>
/// <param name="parts">Its words without particles.</param>
/// <param name="suffix">A generation suffix taken off it; null for none.</param>
internal sealed class NormalisedName(string whole, IReadOnlyList<string> parts, string? suffix)
{
    /// <summary>The whole name.</summary>
    public string Whole { get; } = whole;

    /// <summary>The words that are names by themselves: Garcia and Lopez of Garcia de Lopez.</summary>
    public IReadOnlyList<string> Parts { get; } = parts;

    /// <summary>jr, sr, ii, iii, iv, v, 2nd, 3rd.</summary>
    public string? Suffix { get; } = suffix;

    /// <summary>Whether the name is one letter alone.</summary>
    public bool IsInitial => Whole.Length == 1;
}
