using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Sign-in by somebody else's OpenID Connect issuer: pages by code with PKCE, the API by that issuer's access tokens.</summary>
internal static class OutsideIssuer
{
    /// <summary>Registers the handler.</summary>
    public static void Add(IServiceCollection services, AuthenticationBuilder authentication, SignInOptions signIn)
    {
        authentication.AddOpenIdConnect(o =>
        {
            o.Authority = signIn.Authority;
            o.RequireHttpsMetadata = !new Uri(signIn.Authority!).IsLoopback;
            o.ClientId = signIn.ClientId;
            o.ClientSecret = signIn.ClientSecret;
            o.ResponseType = "code";
            o.ResponseMode = "query"; // form_post needs SameSite=None cookies, which browsers drop over http on loopback
            o.UsePkce = true;
            o.SaveTokens = false;
            o.MapInboundClaims = false;
            o.TokenValidationParameters.RoleClaimType = "role";
            o.TokenValidationParameters.NameClaimType = "sub";
            o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.NonceCookie.SameSite = SameSiteMode.Lax;
            o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Events.OnRemoteFailure = context =>
            {
                // The person gave up, or the issuer refused them: a page, not a failure of the hub's.
                context.Response.Redirect("/sign-in/denied");
                context.HandleResponse();
                return Task.CompletedTask;
            };
            o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        });
    }

    /// <summary>The page's address starts that issuer's sign-in.</summary>
    public static void Map(WebApplication app) =>
        app.MapGet("/sign-in", (string? @return) => TypedResults.Challenge(
            new AuthenticationProperties { RedirectUri = SignInPageRequests.Local(@return) }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnybody();
}
