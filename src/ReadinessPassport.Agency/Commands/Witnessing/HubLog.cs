using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;
using ReadinessPassport.Transparency.Witnesses;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary>The hub's log as an agency's program reads it, by tiles that anybody may read, and where it leaves its cosignature.</summary>
internal sealed class HubLog : ITileReader, IDisposable
{
    private const int Largest = 1 << 20;
    private readonly HttpClient _http;
    private readonly Uri _hub;

    public HubLog(string hub)
    {
        if (!Uri.TryCreate(hub.TrimEnd('/') + "/", UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw WitnessErrors.NoAddress(hub);
        _hub = uri;
        _http = new HttpClient { BaseAddress = uri, Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = Largest };
    }

    /// <summary>The newest checkpoint; null when the log has none yet.</summary>
    public async Task<SignedNote?> CheckpointAsync(CancellationToken ct)
    {
        using var answer = await SendAsync(() => _http.GetAsync(new Uri("log/checkpoint", UriKind.Relative), ct));
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        Expect(answer);
        return SignedNote.Parse(await answer.Content.ReadAsStringAsync(ct));
    }

    /// <summary>The key the log says it signs with: worth only what a telephone call makes it.</summary>
    public async Task<NoteKey> KeyAsync(CancellationToken ct)
    {
        using var answer = await SendAsync(() => _http.GetAsync(new Uri("log/key", UriKind.Relative), ct));
        Expect(answer);
        try
        {
            var json = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            return new NoteKey((string)json!["origin"]!, Convert.FromBase64String((string)json["publicKey"]!));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            throw WitnessErrors.Unexpected(_hub.ToString(), "no log key");
        }
    }

    /// <summary>The proof between two sizes, computed here from tiles rather than asked for.</summary>
    public Task<IReadOnlyList<byte[]>> ConsistencyAsync(long older, long newer, CancellationToken ct) => new TiledTree(this, newer).ConsistencyAsync(older, ct);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileId tile, CancellationToken ct)
    {
        using var answer = await SendAsync(() => _http.GetAsync(new Uri("log/" + tile.Path, UriKind.Relative), ct));
        Expect(answer);
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>Leaves a cosignature, signed in as the agency's program.</summary>
    public async Task LeaveAsync(WitnessAnswer.Cosigned cosigned, AgencyIdentity identity, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/log/cosignatures", UriKind.Relative)) { Content = JsonContent.Create(new { size = cosigned.Size, line = cosigned.Line.ToString() }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(identity, ct));
        using var answer = await SendAsync(() => _http.SendAsync(request, ct));
        Expect(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // RFC 7523: the program proves with its own key who it is; no secret crosses the wire.
    private async Task<string> TokenAsync(AgencyIdentity identity, CancellationToken ct)
    {
        using var key = identity.ClientKey();
        var now = DateTime.UtcNow;
        var assertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = identity.Agency.Code, Audience = await IssuerAsync(ct), TokenType = "client-authentication+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = identity.Agency.Code, ["jti"] = Guid.NewGuid().ToString() },
            IssuedAt = now, NotBefore = now.AddMinutes(-1), Expires = now.AddMinutes(2),
            SigningCredentials = new(new ECDsaSecurityKey(key) { KeyId = ClientKeyId(identity), CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256),
        });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = identity.Agency.Code, ["scope"] = "log",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", ["client_assertion"] = assertion,
        });
        using var answer = await SendAsync(() => _http.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct));
        if (!answer.IsSuccessStatusCode)
            throw WitnessErrors.SignIn(_hub.ToString(), identity.Agency.Code);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(ct))?["access_token"] ?? throw WitnessErrors.Unexpected(_hub.ToString(), "no token");
    }

    private async Task<string> IssuerAsync(CancellationToken ct)
    {
        using var answer = await SendAsync(() => _http.GetAsync(new Uri(".well-known/openid-configuration", UriKind.Relative), ct));
        Expect(answer);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(ct))?["issuer"] ?? throw WitnessErrors.Unexpected(_hub.ToString(), "no issuer");
    }

    private static string? ClientKeyId(AgencyIdentity identity) => (string?)identity.Public.ToJson()["clientJwk"]?["kid"];

    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw WitnessErrors.Unreachable(_hub.ToString());
        }
    }

    private void Expect(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw WitnessErrors.Unexpected(_hub.ToString(), $"status {(int)answer.StatusCode}");
    }
}
