namespace ReadinessPassport.Policy;

/// <summary>R2 before R10.</summary>
internal sealed class ClauseOrder : IComparer<string>
{
    public static ClauseOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null || x.Length == y.Length || x.Length == 0 || y.Length == 0 || x[0] != y[0])
            return string.CompareOrdinal(x, y);
        return x.Length.CompareTo(y.Length);
    }
}
