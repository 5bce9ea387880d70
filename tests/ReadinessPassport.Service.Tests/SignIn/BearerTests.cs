using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

/// <summary>Tokens that are almost right.</summary>
public class BearerTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string[] Steward = [Roles.DataSteward];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_token_is_taken() => Assert.Equal(HttpStatusCode.OK, await CallAsync(hub.Token("MA.DESE", Steward)));

    [Fact]
    public async Task An_identity_token_is_not_an_access_token() => Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, type: "JWT")));

    [Fact]
    public async Task A_token_for_another_audience_is_refused() => Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, audience: "somebody-else")));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() => Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, issuer: "https://elsewhere.example/")));

    [Fact]
    public async Task An_expired_token_is_refused() => Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, lifetime: TimeSpan.FromMinutes(-2))));

    [Fact]
    public async Task A_token_signed_with_another_key_of_the_same_name_is_refused()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(stranger) { KeyId = hub.Services.GetRequiredService<HubKeys>().TokenSigning().KeyId };

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, sign: new(key, SecurityAlgorithms.EcdsaSha256))));
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        var known = hub.Services.GetRequiredService<HubKeys>().TokenSigning();
        var secret = new SymmetricSecurityKey(known.ECDsa.ExportSubjectPublicKeyInfo()) { KeyId = known.KeyId };

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(hub.Token("MA.DESE", Steward, sign: new(secret, SecurityAlgorithms.HmacSha256))));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"../../../../dev/null"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","jku":"http://127.0.0.1:1/keys"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}""")]
    public async Task A_header_that_brings_its_own_trust_is_refused(string header)
    {
        var parts = hub.Token("MA.DESE", Steward).Split('.');

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync($"{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync($"{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(header))}.{parts[1]}."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public async Task Rubbish_is_refused(string token) => Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(token));

    [Fact]
    public async Task Without_a_token_the_API_answers_with_a_problem_and_no_redirect()
    {
        using var answer = await hub.Anonymous().GetAsync(new Uri("/api/me", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("RP5021", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["code"]!);
    }

    [Fact]
    public async Task A_cookie_reads_the_API_and_changes_nothing_through_it()
    {
        var browser = await hub.SignedInAsync(Roles.LegalReviewer);

        Assert.Equal("MA.DESE", (string)(await browser.GetFromJsonAsync<JsonObject>("/api/me", Ct))!["agency"]!);
        using var changed = await browser.PostAsync(new Uri("/api/me", UriKind.Relative), null, Ct);
        Assert.NotEqual(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var answer = await hub.Anonymous().GetAsync(new Uri("/nowhere", UriKind.Relative), Ct);

        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task OpenAPI_describes_version_3_1() =>
        Assert.StartsWith("3.1", (string)(await hub.Anonymous().GetFromJsonAsync<JsonObject>("/openapi/v1.json", Ct))!["openapi"]!, StringComparison.Ordinal);

    [Fact]
    public async Task The_hub_is_alive_and_ready()
    {
        Assert.Equal("Healthy", await hub.Anonymous().GetStringAsync(new Uri("/health/live", UriKind.Relative), Ct));
        Assert.Equal("Healthy", await hub.Anonymous().GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
    }

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await hub.Anonymous().SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
