using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>What an agency publishes of itself (<c>identity.pub.json</c>): nothing secret. People compare its <see cref="Fingerprint"/> by telephone before they trust it.</summary>
public sealed class PublicIdentity
{
    /// <summary>The format this type reads and writes.</summary>
    public const string Format = "readiness-passport/identity/1";

    private readonly JsonObject _document;

    internal PublicIdentity(DataOwnerId agency, byte[] signingKey, byte[] sealingKey, byte[] kemKey, JsonObject clientKey)
    {
        (Agency, SigningKey, SealingKey, KemKey) = (agency, signingKey, sealingKey, kemKey);
        _document = new JsonObject
        {
            ["format"] = Format,
            ["agency"] = agency.Code,
            ["signingKey"] = Convert.ToBase64String(signingKey),
            ["sealingKey"] = Convert.ToBase64String(sealingKey),
            ["mlKem768"] = Convert.ToBase64String(kemKey),
            ["clientJwk"] = clientKey.DeepClone(),
        };
        Digest = SHA256.HashData(CanonicalJson.Serialize(_document));
        Fingerprint = SixWords.Of(Digest);
        _document["fingerprint"] = Fingerprint;
    }

    /// <summary>Whose identity it is.</summary>
    public DataOwnerId Agency { get; }

    /// <summary>Six words over all public keys and the agency's code.</summary>
    public string Fingerprint { get; }

    /// <summary>Ed25519 public key, 32 bytes.</summary>
    public byte[] SigningKey { get; }

    internal byte[] SealingKey { get; }

    internal byte[] KemKey { get; }

    internal byte[] Digest { get; }

    /// <summary>The file.</summary>
    public JsonObject ToJson() => _document.DeepClone().AsObject();

    /// <summary>Whether the agency signed this message with Ed25519 (RFC 8032).</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64)
            return false;
        try
        {
            return new Ed25519PublicKeyParameters(SigningKey).Verify(Ed25519.Algorithm.Ed25519, null, message, signature);
        }
        catch (ArgumentException)
        {
            return false; // no point on the curve
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="PassportException">RP2306: something else, or its fingerprint is not that of its keys.</exception>
    public static PublicIdentity Parse(ReadOnlySpan<byte> json, string name)
    {
        if (json.Length > 64 * 1024)
            throw KeyErrors.NotAnIdentity(name, "it is larger than 64 KiB");
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 8, AllowDuplicateProperties = false })!.AsObject();
            if ((string?)root["format"] != Format)
                throw KeyErrors.NotAnIdentity(name, $"expected {Format}");
            var client = root["clientJwk"]!.AsObject();
            if (client.ContainsKey("d"))
                throw KeyErrors.NotAnIdentity(name, "it holds a PRIVATE key; that must not leave the agency, and this one must be replaced");
            var identity = new PublicIdentity(new((string)root["agency"]!), Key(root, "signingKey", 32), Key(root, "sealingKey", 32), Key(root, "mlKem768", 1184), client);
            return JsonNode.DeepEquals(root, identity._document) ? identity : throw KeyErrors.NotAnIdentity(name, "its fingerprint is not that of its keys, or a member is one too many");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw KeyErrors.NotAnIdentity(name, "a member is missing or of the wrong form", e);
        }

        static byte[] Key(JsonObject root, string member, int length) =>
            Convert.FromBase64String((string)root[member]!) is { } key && key.Length == length ? key : throw new FormatException();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Agency} ({Fingerprint})";
}
