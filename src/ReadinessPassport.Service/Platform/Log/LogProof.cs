namespace ReadinessPassport.Service.Platform.Log;

/// <summary>A proof.</summary>
/// <param name="Index">The leaf proved; null for a consistency proof.</param>
/// <param name="Older">The older size; null for an inclusion proof.</param>
/// <param name="Size">The tree's size.</param>
/// <param name="Root">The tree's root, hexadecimal.</param>
/// <param name="Path">The hashes in the order of RFC 6962, hexadecimal.</param>
public sealed record LogProof(long? Index, long? Older, long Size, string Root, IReadOnlyList<string> Path);
