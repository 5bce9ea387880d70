using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Kems;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>
/// A message only one identity can open: X25519 and ML-KEM-768 (FIPS 203) side by side, both secrets through HKDF-SHA-256 with everything public in the salt, AES-256-GCM.
/// It stays closed as long as one of the two holds. It does not say who sent it; signatures do.
/// </summary>
internal static class SealedBox
{
    private const int Kem = 1088;

    /// <summary>Seals for an identity.</summary>
    /// <param name="message">The secret.</param>
    /// <param name="to">Who may open it.</param>
    /// <param name="context">What it is for; the same bytes are needed to open it.</param>
    /// <returns>32 bytes X25519, 1,088 bytes ML-KEM, the ciphertext, 16 bytes tag.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> message, PublicIdentity to, ReadOnlySpan<byte> context)
    {
        var box = new byte[32 + Kem + message.Length + 16];
        var ephemeral = new X25519PrivateKeyParameters(new SecureRandom());
        ephemeral.GeneratePublicKey().Encode(box.AsSpan(0, 32));
        using var shared = new SecretBytes(64);
        ephemeral.GenerateSecret(new X25519PublicKeyParameters(to.SealingKey), shared.Span[..32]);
        var encapsulator = new MLKemEncapsulator(MLKemParameters.ml_kem_768);
        encapsulator.Init(MLKemPublicKeyParameters.FromEncoding(MLKemParameters.ml_kem_768, to.KemKey));
        encapsulator.Encapsulate(box.AsSpan(32, Kem), shared.Span[32..]);
        using var key = Key(shared, box.AsSpan(0, 32 + Kem), to, context);
        using var aes = new AesGcm(key.Span[..32], 16);
        aes.Encrypt(key.Span[32..44], message, box.AsSpan(32 + Kem, message.Length), box.AsSpan(32 + Kem + message.Length), context);
        return box;
    }

    /// <summary>Opens a box.</summary>
    /// <exception cref="PassportException">RP2307: not for this identity and context, or changed.</exception>
    public static SecretBytes Open(ReadOnlySpan<byte> box, AgencyIdentity identity, ReadOnlySpan<byte> context, string name)
    {
        if (box.Length is < 32 + Kem + 17 or > 32 + Kem + 4096)
            throw KeyErrors.NotForUs(name);
        var message = new SecretBytes(box.Length - 32 - Kem - 16);
        try
        {
            using var shared = new SecretBytes(64);
            new X25519PrivateKeyParameters(identity.SealingSecret).GenerateSecret(new X25519PublicKeyParameters(box[..32]), shared.Span[..32]);
            using var seed = identity.KemSeed();
            var decapsulator = new MLKemDecapsulator(MLKemParameters.ml_kem_768);
            decapsulator.Init(MLKemPrivateKeyParameters.FromSeed(MLKemParameters.ml_kem_768, seed.Array));
            decapsulator.Decapsulate(box.Slice(32, Kem), shared.Span[32..]);
            using var key = Key(shared, box[..(32 + Kem)], identity.Public, context);
            using var aes = new AesGcm(key.Span[..32], 16);
            aes.Decrypt(key.Span[32..44], box[(32 + Kem)..^16], box[^16..], message.Span, context);
            return message;
        }
        catch (Exception e) when (e is CryptographicException or InvalidOperationException or ArgumentException)
        {
            message.Dispose();
            throw KeyErrors.NotForUs(name, e);
        }
    }

    // Key and nonce: the key serves one message, so the nonce may come from the same derivation.
    private static SecretBytes Key(SecretBytes shared, ReadOnlySpan<byte> sent, PublicIdentity to, ReadOnlySpan<byte> context)
    {
        Span<byte> salt = stackalloc byte[32];
        SHA256.HashData([.. sent, .. to.Digest, .. context], salt);
        var key = new SecretBytes(44);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared.Span, key.Span, salt, "rp/1 sealed box"u8);
        return key;
    }
}
