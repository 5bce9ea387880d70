using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>A person's session with the hub's pages: 30 minutes without a request end it, 12 hours end it in any case (UX §6.2), and so does closing the account.</summary>
internal static class SignInSession
{
    /// <summary>The scheme of the cookie between the password and the code: five minutes, and good for nothing else.</summary>
    public const string Half = "half";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Registers both cookies.</summary>
    public static void Add(AuthenticationBuilder authentication)
    {
        authentication.AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, o =>
        {
            Common(o, "rp-hub");
            o.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            o.SlidingExpiration = true;
            o.LoginPath = "/sign-in";
            o.AccessDeniedPath = "/sign-in/denied";
            o.ReturnUrlParameter = "return";
            o.Events.OnValidatePrincipal = ValidateAsync;
        });
        authentication.AddCookie(Half, o =>
        {
            Common(o, "rp-half");
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            o.SlidingExpiration = false;
        });
    }

    /// <summary>Starts the session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="person">Who proved to be who.</param>
    /// <param name="methods">How: <c>pwd</c>, <c>otp</c> (RFC 8176).</param>
    public static Task StartAsync(HttpContext context, Person person, params string[] methods)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var identity = new ClaimsIdentity(
        [
            new("sub", person.Id.ToString()), new("agency", person.Agency), .. person.Roles.Select(r => new Claim("role", r)), .. methods.Select(m => new Claim("amr", m)),
            new("auth_time", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ], CookieAuthenticationDefaults.AuthenticationScheme, "sub", "role");
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>How long ago the person proved who they are; null when the claims do not say.</summary>
    public static TimeSpan? Age(ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? now - DateTimeOffset.FromUnixTimeSeconds(at) : null;

    private static void Common(CookieAuthenticationOptions o, string name)
    {
        o.Cookie.Name = name;
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var tooOld = Age(context.Principal!, services.GetRequiredService<TimeProvider>().GetUtcNow()) > Longest;
        // People of an outside issuer have no account here to be closed.
        var hasAccount = Guid.TryParse(context.Principal!.FindFirstValue("sub"), out var id) && context.Principal!.FindFirst("amr")?.Value == "pwd";
        if (tooOld || (hasAccount && await services.GetRequiredService<People>().FindAsync(id, context.HttpContext.RequestAborted) is null))
            context.RejectPrincipal();
    }
}
