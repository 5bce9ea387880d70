namespace ReadinessPassport.Policy;

/// <summary>A role credential: an agency says that this person has this role there.</summary>
/// <param name="Issuer">Must be the requester's own agency.</param>
/// <param name="Until">The credential's last moment.</param>
public sealed record Visa(string Issuer, DateTimeOffset Until);
