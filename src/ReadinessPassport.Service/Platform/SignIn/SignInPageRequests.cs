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

    /// <summary>The password is right: the session starts, or the code of the person's app is asked for first.</summary>
    public static async Task<IResult> SignIn(HttpContext context, People people, SecondFactors factors, [FromForm] string? email, [FromForm] string? password, [FromForm(Name = "return")] string? @return, CancellationToken ct)
    {
        if (await people.CheckPasswordAsync(email ?? "", password ?? "", ct) is not { } person)
            return Page(@return, refused: true);
        if (await factors.IsRequiredAsync(person.Id, ct))
        {
            await context.SignInAsync(SignInSession.Half, new ClaimsPrincipal(new ClaimsIdentity([new("sub", person.Id.ToString())], SignInSession.Half)));
            return Results.LocalRedirect("/sign-in/code" + QueryString.Create("return", Local(@return)));
        }
        await SignInSession.StartAsync(context, person, "pwd");
        return Results.LocalRedirect(Local(@return));
    }

    /// <summary>Asks for the code.</summary>
    public static RazorComponentResult<CodePage> ShowCode(string? @return) => CodePage(@return, refused: false);

    /// <summary>The code is right: the session starts.</summary>
    public static async Task<IResult> GiveCode(HttpContext context, People people, SecondFactors factors, [FromForm] string? code, [FromForm(Name = "return")] string? @return, CancellationToken ct)
    {
        var half = await context.AuthenticateAsync(SignInSession.Half);
        if (!half.Succeeded || !Guid.TryParse(half.Principal.FindFirstValue("sub"), out var id) || await people.FindAsync(id, ct) is not { } person)
            return Results.LocalRedirect("/sign-in" + QueryString.Create("return", Local(@return)));
        if (!await factors.TakeAsync(id, code ?? "", ct))
            return CodePage(@return, refused: true);
        await context.SignOutAsync(SignInSession.Half);
        await SignInSession.StartAsync(context, person, "pwd", "otp");
        return Results.LocalRedirect(Local(@return));
    }

    /// <summary>Offers a secret for an authenticator app.</summary>
    public static async Task<IResult> ShowFactor(Caller caller, SecondFactors factors, CancellationToken ct) =>
        FactorPage(Guid.TryParse(caller.Subject, out var id) ? await factors.OfferAsync(id, ct) : null, refused: false);

    /// <summary>The first code confirms the app; from now on every sign-in asks for one.</summary>
    public static async Task<IResult> ConfirmFactor(Caller caller, SecondFactors factors, [FromForm] string? code, CancellationToken ct) =>
        Guid.TryParse(caller.Subject, out var id) && await factors.TakeAsync(id, code ?? "", ct) ? Results.LocalRedirect("/account/second-factor") : FactorPage(null, refused: true);

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

    private static RazorComponentResult<CodePage> CodePage(string? @return, bool refused) => new(new { Return = Local(@return), Refused = refused })
    {
        StatusCode = refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
    };

    private static RazorComponentResult<SecondFactorPage> FactorPage(byte[]? secret, bool refused) => new(new { Secret = secret is null ? null : OneTimeCode.Spelt(secret), Refused = refused })
    {
        StatusCode = refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
    };

    private static RazorComponentResult<SignInPage> Page(string? @return, bool refused) => new(new { Return = Local(@return), Refused = refused })
    {
        StatusCode = refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
    };
}
