using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace ReadinessPassport.Policy;

/// <summary>The Ed25519 key with which somebody signs agreements. It prints as nothing; write it only to a file that its owner alone can read.</summary>
public sealed class SigningKeyPair
{
    private readonly Ed25519PrivateKeyParameters _key;

    private SigningKeyPair(Ed25519PrivateKeyParameters key) => _key = key;

    /// <summary>The public part, 32 bytes, as <c>vocab/signing-keys.yml</c> holds it.</summary>
    public byte[] PublicKey => _key.GeneratePublicKey().GetEncoded();

    /// <summary>A key nobody has had before.</summary>
    public static SigningKeyPair New() => new(new Ed25519PrivateKeyParameters(new SecureRandom()));

    /// <summary>Reads an unencrypted PKCS #8 key in PEM.</summary>
    /// <returns>Null when the text is no Ed25519 private key.</returns>
    public static SigningKeyPair? FromPem(string pem)
    {
        try
        {
            using var reader = new PemReader(new StringReader(pem));
            return reader.ReadObject() is Ed25519PrivateKeyParameters key ? new SigningKeyPair(key) : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or PemException or GeneralSecurityException)
        {
            return null;
        }
    }

    /// <summary>The private key as unencrypted PKCS #8 in PEM. Secret.</summary>
    public string ToPem() => new(PemEncoding.Write("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(_key).GetEncoded()));

    /// <summary>A key id made of the agency and the public key, such as <c>SK-MA.DESE-3f9c01ab</c>.</summary>
    public string KeyIdFor(string agency) => $"SK-{agency}-{Convert.ToHexStringLower(SHA256.HashData(PublicKey))[..8]}";

    /// <summary>Says nothing of the key.</summary>
    public override string ToString() => "SigningKeyPair (hidden)";

    internal byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, _key);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }
}
