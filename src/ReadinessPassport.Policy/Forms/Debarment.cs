namespace ReadinessPassport.Policy;

/// <summary>Somebody who may not receive anything for a time.</summary>
/// <param name="Agency">The agency; null when the entry is about a person.</param>
/// <param name="Person">The person's opaque id; null when the entry is about an agency.</param>
/// <param name="Citation">The finding.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while open.</param>
public sealed record Debarment(string? Agency, string? Person, string Citation, DateOnly From, DateOnly? Until);
