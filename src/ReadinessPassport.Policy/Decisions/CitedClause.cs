namespace ReadinessPassport.Policy;

/// <summary>A clause of a version of an agreement.</summary>
/// <param name="Agreement">Such as <c>MA-2027-004</c>.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Clause">Such as <c>R1</c>.</param>
public sealed record CitedClause(string Agreement, int Version, string Clause)
{
    /// <summary><c>MA-2027-004@1 R1</c>.</summary>
    public override string ToString() => $"{Agreement}@{Version} {Clause}";
}
