using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

/// <summary>Another issuer takes the hub's place by configuration alone.</summary>
public class OutsideIssuerTests(OutsideIssuerTests.Fixture hub) : IClassFixture<OutsideIssuerTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_access_tokens_open_the_API()
    {
        var client = hub.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", hub.Issuer.Token());

        var me = (await client.GetFromJsonAsync<JsonObject>("/api/me", Ct))!;

        Assert.Equal("MA.EEC", (string)me["agency"]!);
        Assert.Equal("privacy-officer", (string)me["roles"]![0]!);
    }

    [Theory]
    [InlineData("readiness-passport", "JWT")]
    [InlineData("readiness-passport-hub", "at+jwt")]
    public async Task Its_other_tokens_do_not(string audience, string type)
    {
        var client = hub.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", hub.Issuer.Token(audience, type));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/me", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task The_hub_issues_no_tokens_of_its_own_any_more()
    {
        var client = hub.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", hub.Token("MA.DESE", ["data-steward"]));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/me", UriKind.Relative), Ct)).StatusCode);
        using var form = new FormUrlEncodedContent([]);
        using var token = await hub.Anonymous().PostAsync(new Uri("/connect/token", UriKind.Relative), form, Ct);
        Assert.NotEqual(HttpStatusCode.OK, token.StatusCode);
    }

    [Fact]
    public async Task A_person_signs_in_there_and_is_known_here()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(hub.Url) };
        using var asked = await browser.GetAsync(new Uri("/sign-in?return=/api/me", UriKind.Relative), Ct);
        Assert.StartsWith(hub.Issuer.Url + "/authorize", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var signed = await browser.GetAsync(asked.Headers.Location, Ct);
        using var back = await browser.GetAsync(signed.Headers.Location, Ct);

        Assert.Equal("/api/me", back.Headers.Location!.ToString());
        Assert.Equal("MA.EEC", (string)(await browser.GetFromJsonAsync<JsonObject>("/api/me", Ct))!["agency"]!);
    }

    public sealed class Fixture(TestCluster cluster) : HubFixture(cluster), IAsyncLifetime
    {
        internal OutsideIssuer Issuer { get; private set; } = null!;

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            Issuer = await OutsideIssuer.StartAsync();
            await InitializeAsync();
        }

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await DisposeAsync();
            await Issuer.DisposeAsync();
        }

        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["SignIn:Authority"] = Issuer.Url });
    }
}
