using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>A person's program asks for a code: whoever is signed in by cookie gets one, others see the sign-in page first.</summary>
internal static class AuthorizeRequest
{
    public static async Task<IResult> Handle(HttpContext context, People people, CancellationToken ct)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict hands only its own requests through.");
        var cookie = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (!cookie.Succeeded || MustSignInAgain(request, cookie, context))
        {
            if (request.HasPromptValue(PromptValues.None))
                return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
            // prompt=login is answered by one sign-in; left in the address it would ask for ever.
            var query = QueryString.Create((context.Request.HasFormContentType ? context.Request.Form.AsEnumerable() : context.Request.Query)
                .Where(p => p.Key is not ("prompt" or "max_age")).SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v)));
            return Results.LocalRedirect("/sign-in" + QueryString.Create("return", "/connect/authorize" + query) + (cookie.Succeeded ? "&again=1" : ""));
        }
        if (!Guid.TryParse(cookie.Principal.FindFirstValue("sub"), out var id) || await people.FindAsync(id, ct) is not { } person)
            return Results.LocalRedirect("/sign-in");
        return Results.SignIn(TokenRequest.Principal(person, request.GetScopes(), cookie.Principal.FindFirstValue("auth_time"), cookie.Principal.FindAll("amr").Select(c => c.Value)), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult cookie, HttpContext context) =>
        request.HasPromptValue(PromptValues.Login)
        || (request.MaxAge is { } seconds && cookie.Properties?.IssuedUtc is { } issued && context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - issued > TimeSpan.FromSeconds(seconds));
}
