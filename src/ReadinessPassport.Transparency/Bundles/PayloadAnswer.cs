namespace ReadinessPassport.Transparency.Bundles;

/// <summary>A payload for a bundle, or why it is not in it.</summary>
/// <param name="Bytes">The payload; null when withheld or destroyed.</param>
/// <param name="Reason">Why not, such as <c>destroyed under certificate E-…</c>; null when it is there.</param>
public sealed record PayloadAnswer(byte[]? Bytes, string? Reason);
