namespace ReadinessPassport.Policy;

/// <summary>A limit that changed.</summary>
/// <param name="Where">Clause and key: <c>R1 minimum_cell</c>.</param>
/// <param name="Old">As it was; null where it was not there.</param>
/// <param name="New">As it is; null where it is gone.</param>
/// <param name="Direction">Which way.</param>
public sealed record ParameterChange(string Where, string? Old, string? New, ChangeDirection Direction)
{
    /// <summary><c>R1 minimum_cell: 11 -&gt; 10   (looser)</c>.</summary>
    public override string ToString() => $"{Where}: {Old ?? "(none)"} -> {New ?? "(none)"}   ({Direction.ToString().ToLowerInvariant()})";
}
