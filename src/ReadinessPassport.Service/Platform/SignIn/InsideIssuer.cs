using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using ReadinessPassport.Service.Platform.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The OpenID Connect issuer inside the hub: code with PKCE for people, client credentials with private_key_jwt for agencies' machines.</summary>
internal static class InsideIssuer
{
    /// <summary>The audience of access tokens.</summary>
    public const string Audience = "readiness-passport";

    /// <summary>The public client that an agency's edge web app is.</summary>
    public const string Edge = "edge";

    /// <summary>What machines may ask for.</summary>
    public static IReadOnlyList<string> MachineScopes { get; } = ["upload", "consent", "passport", "log"];

    /// <summary>Registers OpenIddict on PostgreSQL.</summary>
    public static void Add(IServiceCollection services, HubOptions options, HubKeys keys)
    {
        services.AddDbContext<TokenTables>((s, o) => o.UseNpgsql(s.GetRequiredService<WebDatabase>().Source).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<TokenTables>())
            .AddServer(o =>
            {
                o.SetIssuer(options.Issuer + "/");
                o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetRevocationEndpointUris("connect/revoke").SetEndSessionEndpointUris("connect/sign-out");
                o.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
                o.Configure(s => s.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                o.RegisterScopes([Scopes.OpenId, Scopes.OfflineAccess, "agency", .. MachineScopes]);
                o.RegisterClaims(Claims.Subject, "agency", Claims.Role);
                o.AddSigningKey(keys.TokenSigning()).AddEncryptionKey(keys.TokenSealing());
                o.DisableAccessTokenEncryption(); // the API reads them with JwtBearer
                o.SetAccessTokenLifetime(TimeSpan.FromMinutes(15)).SetRefreshTokenLifetime(TimeSpan.FromHours(8)).SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2));
                var host = o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough();
                if (options.Issuer.StartsWith("http://", StringComparison.Ordinal))
                    host.DisableTransportSecurityRequirement(); // loopback, or behind a proxy that speaks https
            });
        services.AddHostedService<EdgeClient>();
    }

    /// <summary>Maps what OpenIddict hands through, and the sign-in page.</summary>
    public static void Map(WebApplication app)
    {
        app.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeRequest.Handle).AllowAnybody().DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/connect/token", TokenRequest.Handle).AllowAnybody().DisableAntiforgery().ExcludeFromDescription();
        app.MapMethods("/connect/sign-out", ["GET", "POST"], (Delegate)SignInPageRequests.EndSession).AllowAnybody().DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/sign-in", SignInPageRequests.Show).AllowAnybody().ExcludeFromDescription();
        app.MapPost("/sign-in", SignInPageRequests.SignIn).AllowAnybody().ExcludeFromDescription();
        app.MapGet("/sign-in/code", SignInPageRequests.ShowCode).AllowAnybody().ExcludeFromDescription();
        app.MapPost("/sign-in/code", SignInPageRequests.GiveCode).AllowAnybody().ExcludeFromDescription();
        app.MapGet("/account/second-factor", SignInPageRequests.ShowFactor).AllowOnly([.. Roles.OfPeople]).ExcludeFromDescription();
        app.MapPost("/account/second-factor", SignInPageRequests.ConfirmFactor).AllowOnly([.. Roles.OfPeople]).ExcludeFromDescription();
    }

    /// <summary>Makes sure the edge's public client exists; safe when several processes start together.</summary>
    private sealed class EdgeClient(IServiceProvider services) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
            if (await applications.FindByClientIdAsync(Edge, cancellationToken) is not null)
                return;
            try
            {
                await applications.CreateAsync(new OpenIddictApplicationDescriptor
                {
                    ClientId = Edge,
                    DisplayName = "An agency's edge program",
                    ClientType = ClientTypes.Public,
                    ApplicationType = ApplicationTypes.Native, // any port on loopback: RFC 8252 §7.3
                    ConsentType = ConsentTypes.Implicit,
                    RedirectUris = { new("http://127.0.0.1/signin-oidc"), new("http://localhost/signin-oidc") },
                    PostLogoutRedirectUris = { new("http://127.0.0.1/signout-callback-oidc"), new("http://localhost/signout-callback-oidc") },
                    Permissions =
                    {
                        Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
                        Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                        Permissions.Prefixes.Scope + "agency", Permissions.Prefixes.Scope + Scopes.OfflineAccess,
                        Permissions.Prefixes.Scope + "consent", Permissions.Prefixes.Scope + "passport", Permissions.Prefixes.Scope + "upload", Permissions.Prefixes.Scope + "log",
                    },
                    Requirements = { Requirements.Features.ProofKeyForCodeExchange },
                }, cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another process was first; the unique index on client ids kept it single.
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
