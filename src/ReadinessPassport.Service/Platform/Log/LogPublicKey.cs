namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The log's public key.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="PublicKey">Ed25519, base64.</param>
/// <param name="KeyId">As it stands in signature lines, hexadecimal.</param>
public sealed record LogPublicKey(string Origin, string PublicKey, string KeyId);
