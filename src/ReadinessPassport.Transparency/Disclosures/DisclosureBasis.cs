namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>A rule that permitted it.</summary>
/// <param name="Law">The law pack's id.</param>
/// <param name="Citation">As lawyers cite it.</param>
/// <param name="Clause">The agreement's clause.</param>
public sealed record DisclosureBasis(string Law, string Citation, string Clause);
