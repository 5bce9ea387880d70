using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>
/// Who is asking. The API takes bearer tokens (RFC 9068), pages take a cookie; both carry the claims <c>sub</c>, <c>agency</c> and <c>role</c>. Tokens come from
/// the issuer inside the hub, or from any other that <see cref="SignInOptions.Authority"/> names.
/// </summary>
internal static class HubSignIn
{
    /// <summary>Chooses between cookie and bearer for each request.</summary>
    public const string Either = "hub";

    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    /// <summary>Registers sign-in on role web, and on every role the rule that nobody is let in by default.</summary>
    public static IServiceCollection AddHubSignIn(this IServiceCollection services, HubOptions options, IConfiguration configuration)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        var signIn = configuration.GetSection("SignIn").Get<SignInOptions>() ?? new();
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        var authentication = services.AddAuthentication(Either);
        authentication.AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = Choose);
        if (!options.ServesWeb)
        {
            authentication.AddJwtBearer();
            return services;
        }
        var keys = new HubKeys(options.Data);
        services.AddSingleton(keys);
        services.AddSingleton<People>();
        services.AddSingleton<Agencies>();
        services.AddSingleton<SecondFactors>();
        SignInSession.Add(authentication);
        authentication.AddJwtBearer(o => ConfigureBearer(o, options, signIn, keys));
        if (signIn.IsOutside)
            OutsideIssuer.Add(services, authentication, signIn);
        else
            InsideIssuer.Add(services, options, keys);
        return services;
    }

    /// <summary>Maps the issuer's endpoints and the sign-in page.</summary>
    public static void MapHubSignIn(this WebApplication app)
    {
        app.MapGet("/api/me", (Caller caller) => new Me(caller.Subject, caller.Agency.Code, [.. caller.Roles.Order(StringComparer.Ordinal)]))
            .AllowSignedIn().WithSummary("Who the hub takes the caller for.");
        app.MapGet("/sign-in/denied", SignInPageRequests.Denied).AllowAnybody().ExcludeFromDescription();
        app.MapPost("/sign-out", SignInPageRequests.SignOut).AllowSignedIn().ExcludeFromDescription();
        var signIn = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SignInOptions>>().Value;
        if (signIn.IsOutside)
            OutsideIssuer.Map(app);
        else
            InsideIssuer.Map(app);
    }

    private static void ConfigureBearer(JwtBearerOptions o, HubOptions options, SignInOptions signIn, HubKeys keys)
    {
        o.MapInboundClaims = false;
        o.TokenValidationParameters = new()
        {
            ValidTypes = ["at+jwt"], // or an identity token would be accepted
            ValidAlgorithms = Algorithms,
            ValidAudience = signIn.Audience,
            ValidateAudience = true,
            ValidateIssuer = true,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
            RoleClaimType = "role",
        };
        if (signIn.IsOutside)
        {
            o.Authority = signIn.Authority;
            o.RequireHttpsMetadata = !new Uri(signIn.Authority!).IsLoopback;
        }
        else
        {
            o.TokenValidationParameters.ValidIssuer = options.Issuer + "/";
            o.TokenValidationParameters.IssuerSigningKey = keys.TokenSigning();
            o.Configuration = new(); // nothing to discover: this process is the issuer
        }
    }

    // The API takes the cookie only where nothing can be changed: a form elsewhere could send it, but never an Authorization header.
    private static string Choose(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0)
            return JwtBearerDefaults.AuthenticationScheme;
        var isApi = context.Request.Path.StartsWithSegments("/api");
        if (isApi && !(HttpMethods.IsGet(context.Request.Method) && context.Request.Cookies.ContainsKey("rp-hub")))
            return JwtBearerDefaults.AuthenticationScheme;
        return CookieAuthenticationDefaults.AuthenticationScheme;
    }
}
