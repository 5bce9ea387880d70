namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>The agreement it stands under.</summary>
/// <param name="Id">Such as <c>MA-2027-009</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">Digest of the text.</param>
public sealed record DisclosureAgreement(string Id, int Version, string Sha256);
