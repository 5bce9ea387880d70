using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>A code, a refresh token or a machine's signed assertion is exchanged for an access token, after one more look at whether the account is still good.</summary>
internal static class TokenRequest
{
    public static async Task<IResult> Handle(HttpContext context, People people, Agencies agencies, CancellationToken ct)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict hands only its own requests through.");
        if (request.IsClientCredentialsGrantType())
        {
            var agency = request.ClientId!; // OpenIddict has verified the assertion's signature by now
            return await agencies.IsActiveAsync(agency, ct) ? SignIn(MachinePrincipal(agency, request.GetScopes())) : Refuse("The agency is suspended.");
        }
        var issued = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return issued.Succeeded && Guid.TryParse(issued.Principal.GetClaim(Claims.Subject), out var id) && await people.FindAsync(id, ct) is { } person
            ? SignIn(Principal(person, issued.Principal.GetScopes(), issued.Principal.GetClaim("auth_time"), issued.Principal.FindAll("amr").Select(c => c.Value)))
            : Refuse("The account is closed.");
    }

    /// <summary>The claims of a person: id, agency and roles. No name and no address: whoever needs them asks the person.</summary>
    public static ClaimsPrincipal Principal(Person person, ImmutableArray<string> scopes, string? signedInAt, IEnumerable<string> methods)
    {
        var principal = Make(person.Id.ToString(), person.Agency, person.Roles, scopes);
        if (signedInAt is not null)
            ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("auth_time", signedInAt, ClaimValueTypes.Integer64));
        foreach (var method in methods)
            ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("amr", method));
        principal.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return principal;
    }

    private static ClaimsPrincipal MachinePrincipal(string agency, ImmutableArray<string> scopes)
    {
        var principal = Make(agency, agency, [Roles.Machine], scopes);
        principal.SetDestinations(_ => [Destinations.AccessToken]);
        return principal;
    }

    private static ClaimsPrincipal Make(string subject, string agency, IReadOnlyList<string> roles, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("hub", Claims.Subject, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetClaim("agency", agency);
        identity.SetClaims(Claims.Role, [.. roles]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        principal.SetResources(InsideIssuer.Audience);
        return principal;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.SignInHttpResult SignIn(ClaimsPrincipal principal) =>
        TypedResults.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static Microsoft.AspNetCore.Http.HttpResults.ForbidHttpResult Refuse(string why) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
        }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
