namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>Somebody who released or received.</summary>
/// <param name="Name">A staff member's or official's name; never a client's.</param>
/// <param name="Position">Their office.</param>
/// <param name="Agency">Agency or affiliation.</param>
/// <param name="Address">Where known.</param>
public sealed record DisclosurePerson(string Name, string Position, string Agency, string? Address = null);
