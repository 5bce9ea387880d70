using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>
/// An agency's own keys (<c>identity.key</c>): Ed25519 to sign, X25519 and ML-KEM-768 to receive sealed messages, a handle key, and P-256 to sign in at the hub.
/// They never leave the agency; <see cref="Public"/> does.
/// </summary>
public sealed class AgencyIdentity : IDisposable
{
    private const string Kind = "identity";
    private const int Sign = 0, Seal = 32, Kem = 64, Handle = 128, Client = 160, Length = 192;

    private readonly SecretBytes _secret;

    private AgencyIdentity(DataOwnerId agency, SecretBytes secret)
    {
        _secret = secret;
        using var client = ClientKey();
        var p = client.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url(p.Q.X!), ["y"] = Base64Url(p.Q.Y!), ["alg"] = "ES256", ["use"] = "sig" };
        using var kem = new SecretBytes(secret.Span.Slice(Kem, 64));
        Public = new(agency,
            new Ed25519PrivateKeyParameters(secret.Span.Slice(Sign, 32)).GeneratePublicKey().GetEncoded(),
            new X25519PrivateKeyParameters(secret.Span.Slice(Seal, 32)).GeneratePublicKey().GetEncoded(),
            MLKemPrivateKeyParameters.FromSeed(MLKemParameters.ml_kem_768, kem.Array).GetPublicKeyEncoded(), jwk);
    }

    /// <summary>What others may know.</summary>
    public PublicIdentity Public { get; }

    /// <summary>Whose identity it is.</summary>
    public DataOwnerId Agency => Public.Agency;

    /// <summary>Makes an identity nobody has had before.</summary>
    public static AgencyIdentity New(DataOwnerId agency)
    {
        var secret = SecretBytes.Random(Length);
        using var client = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var d = client.ExportParameters(includePrivateParameters: true).D!;
        d.CopyTo(secret.Span[Client..]);
        CryptographicOperations.ZeroMemory(d);
        return new(agency, secret);
    }

    /// <summary>The identity as a sealed file.</summary>
    public byte[] ToFile(Passphrase passphrase) =>
        SealedFile.Seal(Kind, new JsonObject { ["agency"] = Agency.Code, ["fingerprint"] = Public.Fingerprint }, _secret.Span, passphrase);

    /// <summary>Opens a sealed file.</summary>
    /// <exception cref="PassportException">RP2301 to RP2305.</exception>
    public static AgencyIdentity Open(ReadOnlySpan<byte> file, Passphrase passphrase, string name)
    {
        var (header, secret) = SealedFile.Open(Kind, file, passphrase, name);
        if (secret.Span.Length != Length || !DataOwnerId.IsWellFormed((string?)header["agency"]))
        {
            secret.Dispose();
            throw KeyErrors.NotAKeyFile(name, "it holds no identity");
        }
        return new(new((string)header["agency"]!), secret);
    }

    /// <summary>Signs with Ed25519. Everything this program signs is canonical JSON that names its format, so that no signature can be taken for another's.</summary>
    public byte[] SignBytes(byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var signature = new byte[64];
        new Ed25519PrivateKeyParameters(_secret.Span.Slice(Sign, 32)).Sign(Ed25519.Algorithm.Ed25519, null, message, signature);
        return signature;
    }

    /// <summary>Makes this agency's handles.</summary>
    public HandleMaker Handles() => new(_secret.Span.Slice(Handle, 32));

    /// <summary>The P-256 key with which the agency's programs sign in at the hub (private_key_jwt, ES256). Dispose it.</summary>
    public ECDsa ClientKey() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = _secret.Span.Slice(Client, 32).ToArray() });

    internal ReadOnlySpan<byte> SealingSecret => _secret.Span.Slice(Seal, 32);

    internal SecretBytes KemSeed() => new(_secret.Span.Slice(Kem, 64));

    /// <inheritdoc/>
    public void Dispose() => _secret.Dispose();

    /// <summary>Says whose it is, and nothing secret.</summary>
    public override string ToString() => $"AgencyIdentity of {Agency} (hidden)";

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
