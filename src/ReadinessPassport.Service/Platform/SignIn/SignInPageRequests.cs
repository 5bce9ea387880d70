using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Server.AspNetCore;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The sign-in page of the issuer inside the hub: a form that works without script.</summary>
internal static class SignInPageRequests
{
    /// <summary>An address of this hub to go to afterwards; anything else becomes the front page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl) ? address : "/";

    public static RazorComponentResult<SignInPage> Show(string? @return) => Page(@return, refused: false);

    public static async Task<IResult> SignIn(HttpContext context, People people, TimeProvider clock, [FromForm] string? email, [FromForm] string? password, [FromForm(Name = "return")] string? @return, CancellationToken ct)
    {
        if (await people.CheckPasswordAsync(email ?? "", password ?? "", ct) is not { } person)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page(@return, refused: true);
        }
        var identity = new ClaimsIdentity(
        [
            new("sub", person.Id.ToString()), new("agency", person.Agency), .. person.Roles.Select(r => new Claim("role", r)),
            new("auth_time", clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ], CookieAuthenticationDefaults.AuthenticationScheme, "sub", "role");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(Local(@return));
    }

    public static async Task<IResult> SignOut(HttpContext context, [FromForm(Name = "return")] string? @return)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(Local(@return));
    }

    /// <summary>A program signs its person out here as well.</summary>
    public static async Task<IResult> EndSession(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    public static RazorComponentResult<SignInDeniedPage> Denied() => new() { StatusCode = StatusCodes.Status403Forbidden };

    private static RazorComponentResult<SignInPage> Page(string? @return, bool refused) => new(new { Return = Local(@return), Refused = refused })
    {
        StatusCode = refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
    };
}
