using System.Reflection;
using System.Security.Claims;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Who is asking: an endpoint takes it as a parameter, and every query is scoped to its agency.</summary>
/// <param name="Subject">The person's id, or an agency code for a machine.</param>
/// <param name="Agency">Whose staff or machine it is.</param>
/// <param name="Roles">Of <see cref="SignIn.Roles"/>.</param>
internal sealed record Caller(string Subject, DataOwnerId Agency, IReadOnlySet<string> Roles)
{
    /// <summary>Whether the caller has the role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>The one role that acts when a person has several: the first of <paramref name="accepted"/> they have.</summary>
    public string ActingAs(params string[] accepted) => accepted.FirstOrDefault(Is) ?? Roles.Order(StringComparer.Ordinal).First();

    /// <summary>Reads the claims; null when they are not those of a signed-in caller.</summary>
    public static Caller? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && user.FindFirst("sub")?.Value is { } subject && user.FindFirst("agency")?.Value is { } agency && DataOwnerId.IsWellFormed(agency)
            ? new(subject, new DataOwnerId(agency), user.FindAll("role").Select(c => c.Value).ToHashSet(StringComparer.Ordinal))
            : null;

    /// <summary>How a minimal endpoint gets it. An endpoint that asks for a caller is never called without one.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(Of(context.User) ?? throw new PassportException("RP5029", ExitCode.SignIn, "The token names no agency.", "Ask the issuer to put the claims agency and role into access tokens."));
}
