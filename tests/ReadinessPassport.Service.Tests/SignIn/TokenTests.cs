using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

/// <summary>The issuer inside the hub, spoken to as an agency's machine and as a person's browser.</summary>
public class TokenTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_machine_signs_in_with_its_own_key()
    {
        var (status, answer) = await MachineAsync(hub.Agency("MA.DESE"), hub.Url + "/");

        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken((string)answer["access_token"]!);
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal("ES256", token.Alg);
        Assert.Equal("MA.DESE", token.GetClaim("agency").Value);
        Assert.Equal("agency-machine", token.GetClaim("role").Value);
        Assert.Equal("upload", token.GetClaim("scope").Value);
        Assert.Equal(["readiness-passport"], token.Audiences);
    }

    [Fact]
    public async Task A_machine_with_another_agencys_key_is_refused()
    {
        var (status, answer) = await MachineAsync(hub.Agency("MA.EEC"), hub.Url + "/", clientId: "MA.DESE");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_client", (string)answer["error"]!);
    }

    [Fact]
    public async Task An_assertion_for_another_issuer_is_refused()
    {
        var (status, answer) = await MachineAsync(hub.Agency("MA.DESE"), "https://elsewhere.example/");

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.Null(answer["access_token"]);
    }

    [Fact]
    public async Task A_suspended_agency_gets_no_token()
    {
        var agency = await hub.AddAgencyAsync("MA.GONE");
        await hub.Services.GetRequiredService<Agencies>().SuspendAsync(new("MA.GONE"), Ct);

        var (status, _) = await MachineAsync(agency, hub.Url + "/");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_person_gets_a_token_by_code_and_proof_key()
    {
        var browser = await hub.SignedInAsync(Roles.Caseworker, "MA.DCF");
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

        using var code = await browser.GetAsync(new Uri($"/connect/authorize?client_id=edge&response_type=code&scope=openid%20offline_access%20passport&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fsignin-oidc&code_challenge={challenge}&code_challenge_method=S256&state=s", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Redirect, code.StatusCode);
        Assert.StartsWith("http://127.0.0.1:4711/signin-oidc", code.Headers.Location!.ToString(), StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(code.Headers.Location.Query);
        var (status, answer) = await TokenAsync(new() { ["grant_type"] = "authorization_code", ["client_id"] = "edge", ["code"] = query["code"]!, ["redirect_uri"] = "http://127.0.0.1:4711/signin-oidc", ["code_verifier"] = verifier });

        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken((string)answer["access_token"]!);
        Assert.Equal("MA.DCF", token.GetClaim("agency").Value);
        Assert.Equal("caseworker", token.GetClaim("role").Value);
        Assert.NotNull(answer["id_token"]);
        var (again, renewed) = await TokenAsync(new() { ["grant_type"] = "refresh_token", ["client_id"] = "edge", ["refresh_token"] = (string)answer["refresh_token"]! });
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.NotNull(renewed["access_token"]);
    }

    [Theory]
    [InlineData("redirect_uri=https%3A%2F%2Fevil.example%2Fsignin-oidc&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU&code_challenge_method=S256")]
    [InlineData("redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fsignin-oidc")]
    [InlineData("redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fsignin-oidc&code_challenge=abc&code_challenge_method=plain")]
    public async Task A_code_is_refused_to_a_foreign_address_and_without_a_proof_key(string rest)
    {
        var browser = await hub.SignedInAsync(Roles.Caseworker);

        using var answer = await browser.GetAsync(new Uri("/connect/authorize?client_id=edge&response_type=code&scope=openid&" + rest, UriKind.Relative), Ct);

        var target = answer.Headers.Location?.ToString() ?? "";
        Assert.DoesNotContain("code=", target, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_sees_the_form_first()
    {
        using var answer = await hub.Anonymous().GetAsync(new Uri("/connect/authorize?client_id=edge&response_type=code&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%2Fsignin-oidc&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU&code_challenge_method=S256", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?return=%2Fconnect%2Fauthorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discovery_offers_S256_only_and_private_key_jwt()
    {
        var document = await hub.Anonymous().GetFromJsonAsync<JsonObject>("/.well-known/openid-configuration", Ct);

        Assert.Equal(["S256"], document!["code_challenge_methods_supported"]!.AsArray().Select(v => (string)v!));
        Assert.Contains("private_key_jwt", document["token_endpoint_auth_methods_supported"]!.AsArray().Select(v => (string)v!));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        var people = hub.Services.GetRequiredService<People>();
        await people.AddAsync("locked@agency.example", new("MA.DESE"), [Roles.DataSteward], "correct horse battery", Ct);
        for (var i = 0; i < 5; i++)
            Assert.Null(await people.CheckPasswordAsync("locked@agency.example", "wrong horse battery", Ct));

        Assert.Null(await people.CheckPasswordAsync("LOCKED@agency.example", "correct horse battery", Ct));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = "a@b.c", ["password"] = "x" });

        using var answer = await hub.Anonymous().PostAsync(new Uri("/sign-in", UriKind.Relative), content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public void After_signing_in_nobody_is_sent_elsewhere(string? address) =>
        Assert.Equal("/", SignInPageRequests.Local(address));

    private async Task<(HttpStatusCode, JsonObject)> MachineAsync(TestAgency agency, string audience, string? clientId = null) => await TokenAsync(new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = clientId ?? agency.Code,
        ["scope"] = "upload",
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = agency.Assertion(audience, clientId),
    });

    private async Task<(HttpStatusCode, JsonObject)> TokenAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await hub.Anonymous().PostAsync(new Uri("/connect/token", UriKind.Relative), content, Ct);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!.AsObject());
    }
}
