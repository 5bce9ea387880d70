using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.SignIn;
using Xunit;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>
/// A hub of its own for a test class, running in this process on a real port with a database of its own:
/// <c>public class MyTests(HubFixture hub) : IClassFixture&lt;HubFixture&gt;</c>. It knows the agencies MA.DESE, MA.EEC and MA.DCF.
/// Derive from it to change the options: override <see cref="Adjust"/> or <see cref="Configure"/>.
/// </summary>
public class HubFixture(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, TestAgency> _agencies = [];
    private readonly List<HttpClient> _clients = [];
    private Hub? _hub;

    /// <summary>Where the hub listens, without a closing slash.</summary>
    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The hub's data folder: keys, uploads in progress.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("rp-hub-test-").FullName;

    /// <summary>Everything the hub logged.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>The hub's database, for setting up and for looking at what came of it.</summary>
    public TestDatabase Database { get; } = new(cluster);

    /// <summary>The services of the running hub.</summary>
    public IServiceProvider Services => _hub!.Services;

    /// <summary>How to run; override to change.</summary>
    internal virtual HubOptions Adjust(HubOptions options) => options;

    /// <summary>Services and configuration of the test's own; override to change.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await StartAsync();
        foreach (var code in new[] { "MA.DESE", "MA.EEC", "MA.DCF" })
            await AddAgencyAsync(code);
    }

    /// <summary>Starts the hub (again, after <see cref="StopAsync"/>) on the same address, data and database.</summary>
    public async Task StartAsync() => _hub = await Hub.StartAsync(Adjust(new HubOptions { Urls = Url, Data = Data }), builder =>
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // The owner's address is left out: the copy is migrated already.
            ["ConnectionStrings:Web"] = Database.Addresses.Web,
            ["ConnectionStrings:Linkage"] = Database.Addresses.Linkage,
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        Configure(builder);
    }, TestContext.Current.CancellationToken);

    /// <summary>Stops the hub in order.</summary>
    public async Task StopAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _hub = null;
    }

    /// <summary>One of the agencies the hub knows.</summary>
    public TestAgency Agency(string code) => _agencies[code];

    /// <summary>Registers an agency, as <c>passport-hub agency add</c> does.</summary>
    public async Task<TestAgency> AddAgencyAsync(string code)
    {
        var agency = new TestAgency(code);
        var ct = TestContext.Current.CancellationToken;
        await Services.GetRequiredService<Agencies>().AddAsync(agency.Identity, code, ct);
        await MachineClient.RegisterAsync(Services.GetRequiredService<Service.Platform.Storage.WebDatabase>(), agency.Identity, ct);
        return _agencies[code] = agency;
    }

    /// <summary>A client that sends no token.</summary>
    public HttpClient Anonymous() => Client(null);

    /// <summary>A client with the token of a person with this role. The token is made with the hub's own key; the sign-in itself is tested elsewhere.</summary>
    public HttpClient As(string role, string agency = "MA.DESE") => Client(Token(agency, [role]));

    /// <summary>A client with the token of an agency's machine, with all scopes.</summary>
    public HttpClient AsMachine(string agency = "MA.DESE") => Client(Token(agency, ["agency-machine"], agency, scope: "upload consent passport log"));

    /// <summary>An access token signed with the hub's own key; the last parameters make it wrong in one way.</summary>
    public string Token(string agency, string[] roles, string? subject = null, string? scope = null, string type = "at+jwt", string audience = "readiness-passport", string? issuer = null, SigningCredentials? sign = null, TimeSpan? lifetime = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Url + "/",
            Audience = audience,
            TokenType = type,
            Claims = new Dictionary<string, object> { ["sub"] = subject ?? Guid.NewGuid().ToString(), ["agency"] = agency, ["role"] = roles, ["scope"] = scope ?? "" },
            Expires = DateTime.UtcNow + (lifetime ?? TimeSpan.FromMinutes(10)),
            SigningCredentials = sign ?? new(Services.GetRequiredService<HubKeys>().TokenSigning(), SecurityAlgorithms.EcdsaSha256),
        });

    /// <summary>Opens an account and signs it in by the form, as a browser does: a client with the cookie, which follows no redirects.</summary>
    public async Task<HttpClient> SignedInAsync(string role, string agency = "MA.DESE")
    {
        var ct = TestContext.Current.CancellationToken;
        var email = $"{Guid.NewGuid():N}@agency.example";
        await Services.GetRequiredService<People>().AddAsync(email, new(agency), [role], "correct horse battery", ct);
        var browser = Client(null);
        using var answer = await browser.PostFormAsync("/sign-in", new() { ["email"] = email, ["password"] = "correct horse battery", ["return"] = "/" }, ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await StopAsync();
        await Database.DisposeAsync();
        foreach (var agency in _agencies.Values)
            agency.Dispose();
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }

    private HttpClient Client(string? token)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(Url) };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        lock (_clients)
            _clients.Add(client);
        return client;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
