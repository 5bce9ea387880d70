using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using ReadinessPassport.Service.Platform.SignIn;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>An agency with keys of its own, as far as the hub can tell.</summary>
public sealed class TestAgency : IDisposable
{
    private readonly Ed25519PrivateKeyParameters _signing = new(new SecureRandom());
    private readonly ECDsa _client = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>An agency with this code.</summary>
    public TestAgency(string code)
    {
        Code = code;
        var point = _client.ExportParameters(false).Q;
        Public = new JsonObject
        {
            ["agency"] = code,
            ["signingKey"] = Convert.ToBase64String(_signing.GeneratePublicKey().GetEncoded()),
            ["clientJwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y), ["kid"] = "1" },
            ["fingerprint"] = "0000 0000",
        };
    }

    /// <summary>Such as MA.DESE.</summary>
    public string Code { get; }

    /// <summary>What identity.pub.json holds.</summary>
    public JsonObject Public { get; }

    /// <summary>The same, as the hub reads it.</summary>
    internal PublicIdentity Identity => PublicIdentity.Parse("test", Public.ToJsonString());

    /// <summary>The Ed25519 key as 32 bytes.</summary>
    public byte[] SigningSeed => _signing.GetEncoded();

    /// <summary>An Ed25519 signature.</summary>
    public byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, _signing);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    /// <summary>A client assertion (RFC 7523) for the token endpoint.</summary>
    public string Assertion(string audience, string? subject = null, TimeSpan? lifetime = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = subject ?? Code,
        Audience = audience,
        TokenType = "client-authentication+jwt",
        Claims = new Dictionary<string, object> { ["sub"] = subject ?? Code, ["jti"] = Guid.NewGuid().ToString() },
        IssuedAt = DateTime.UtcNow,
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow + (lifetime ?? TimeSpan.FromMinutes(2)),
        SigningCredentials = new(new ECDsaSecurityKey(_client) { KeyId = "1" }, SecurityAlgorithms.EcdsaSha256),
    });

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
