using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ReadinessPassport.Agency.Caseworkers;
using ReadinessPassport.Agency.Clients;
using ReadinessPassport.Agency.Pages;
using ReadinessPassport.WebComponents;

namespace ReadinessPassport.Agency.Serving;

/// <summary>
/// The edge's web app: the one place where a name and a passport stand side by side. The browser talks to the edge only; the edge asks the hub with
/// the caseworker's own token and never sends a name.
/// </summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    private static readonly string[] s_scopes = ["openid", "agency", "passport", "consent"];
    private readonly WebApplication _app;

    private EdgeServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port the system chose when 0 was asked for.</summary>
    public IReadOnlyCollection<string> Urls => [.. _app.Urls];

    /// <summary>Builds and starts.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="clients">The agency's own clients.</param>
    /// <param name="handles">The agency's handles: local id to handle, under the key that only this agency has.</param>
    /// <param name="configure">A test's services.</param>
    /// <param name="ct">Gives up starting.</param>
    public static async Task<EdgeServer> StartAsync(EdgeOptions options, ClientIndex clients, Func<string, string> handles, Action<WebApplicationBuilder>? configure = null, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(EdgeServer).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls.Split(';')).ConfigureKestrel(k => k.AddServerHeader = false);
        // Paths carry references and forms carry names: the framework's request log would keep the former and is of no use here.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(clients);
        builder.Services.AddSingleton(new ClientHandles(handles));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CaseworkerSessions>();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite) = ("rp-edge-form", SameSiteMode.Strict));
        builder.Services.AddDataProtection().SetApplicationName("readiness-passport-edge").PersistKeysToFileSystem(PrivateFolder(Path.Combine(options.Home, "pages")));
        builder.Services.AddHttpClient<HubForCaseworkers>(http =>
        {
            http.BaseAddress = new Uri(options.Hub + "/");
            http.Timeout = TimeSpan.FromSeconds(20);
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        });
        AddSignIn(builder.Services, options);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseMiddleware<EdgeHeaders>();
        app.UseMiddleware<EdgeProblems>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapWebAssets().AllowAnonymous();
        CaseworkerPages.Map(app);
        await app.StartAsync(ct);
        return new(app);
    }

    /// <summary>Returns when the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // Cookies' keys: whoever reads them can be anybody.
    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void AddSignIn(IServiceCollection services, EdgeOptions options)
    {
        var https = options.Hub.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        services.AddSingleton<ITicketStore, TicketsInMemory>();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<ITicketStore>((o, tickets) => o.SessionStore = tickets);
        services.AddAuthentication(o =>
        {
            o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            o.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        }).AddCookie(o =>
        {
            o.Cookie.Name = "rp-edge";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(15); // UX §6.2: idle
            o.SlidingExpiration = true;
        }).AddOpenIdConnect(o =>
        {
            o.Authority = options.Issuer ?? options.Hub;
            o.RequireHttpsMetadata = https;
            o.ClientId = "edge";
            o.ResponseType = OpenIdConnectResponseType.Code;
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.UsePkce = true;
            o.MapInboundClaims = false;
            o.SaveTokens = true; // into the ticket, which stays in this process's memory
            o.GetClaimsFromUserInfoEndpoint = false;
            o.TokenValidationParameters.NameClaimType = "sub";
            o.TokenValidationParameters.RoleClaimType = "role";
            o.Scope.Clear();
            foreach (var scope in s_scopes)
                o.Scope.Add(scope);
            o.CorrelationCookie.SameSite = o.NonceCookie.SameSite = SameSiteMode.Lax;
            o.CorrelationCookie.SecurePolicy = o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Only the agency's own staff: another agency's caseworker signs in at their own edge.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser().RequireClaim("agency", options.Agency).Build());
    }
}
