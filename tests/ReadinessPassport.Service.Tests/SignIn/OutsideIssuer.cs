using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReadinessPassport.Service.Tests.SignIn;

/// <summary>A second issuer that shares no code with the hub's: RS256, everybody is a privacy officer of MA.EEC.</summary>
internal sealed class OutsideIssuer : IAsyncDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private readonly WebApplication _app;

    private OutsideIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Url, ["authorization_endpoint"] = Url + "/authorize", ["token_endpoint"] = Url + "/token", ["jwks_uri"] = Url + "/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        _app.MapGet("/keys", () =>
        {
            var key = _rsa.ExportParameters(false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "outside", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
        });
        _app.MapGet("/authorize", (string redirect_uri, string state, string nonce, string code_challenge) =>
        {
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (nonce, code_challenge);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!_codes.TryRemove(form["code"]!, out var issued) || issued.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"]!))))
                return Results.BadRequest(new { error = "invalid_grant" });
            return Results.Json(new { token_type = "Bearer", access_token = Token(), id_token = Token("readiness-passport-hub", "JWT", issued.Nonce), expires_in = 300 });
        });
    }

    /// <summary>The issuer's name and address.</summary>
    public string Url { get; private set; } = "";

    public static async Task<OutsideIssuer> StartAsync()
    {
        var issuer = new OutsideIssuer();
        await issuer._app.StartAsync();
        issuer.Url = issuer._app.Urls.Single();
        return issuer;
    }

    /// <summary>A token of this issuer's.</summary>
    public string Token(string audience = "readiness-passport", string type = "at+jwt", string? nonce = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "person-1", ["agency"] = "MA.EEC", ["role"] = new[] { "privacy-officer" } };
        if (nonce is not null)
            claims["nonce"] = nonce;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url, Audience = audience, TokenType = type, Claims = claims, Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = "outside" }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
