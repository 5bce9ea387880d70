namespace ReadinessPassport.Policy;

/// <summary>The noise an agreement asks for, as zero-concentrated differential privacy.</summary>
/// <param name="RhoTotal">ρ that may ever be spent, exactly, as a fraction <c>p/q</c>.</param>
/// <param name="RhoPerSnapshot">ρ that may be spent on one snapshot, as a fraction <c>p/q</c>.</param>
/// <param name="Tables">The tables it applies to.</param>
public sealed record PrivacyBudget(string RhoTotal, string RhoPerSnapshot, IReadOnlyList<string> Tables);
