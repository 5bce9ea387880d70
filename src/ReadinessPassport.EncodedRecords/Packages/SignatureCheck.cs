namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>Whether a signature over a message is the agency's. The executables bring it in: this room has no cryptography of its own.</summary>
/// <param name="manifest">The manifest, so that the agency's key can be looked up.</param>
/// <param name="message">The bytes that were signed.</param>
/// <param name="signature">64 bytes of Ed25519.</param>
public delegate bool SignatureCheck(CohortManifest manifest, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
