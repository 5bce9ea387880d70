using Microsoft.AspNetCore.Authorization;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>How an endpoint states who may call it. One that states nothing is open to nobody but the signed-in, and a test fails.</summary>
internal static class Access
{
    /// <summary>Only these roles.</summary>
    /// <param name="endpoint">An endpoint or a group.</param>
    /// <param name="roles">Of <see cref="Roles"/>.</param>
    public static T AllowOnly<T>(this T endpoint, params string[] roles) where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles)).WithMetadata(new WhoMayCall(roles));

    /// <summary>Whoever is signed in, person or machine.</summary>
    public static T AllowSignedIn<T>(this T endpoint) where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization().WithMetadata(new WhoMayCall(Roles.All));

    /// <summary>Everybody, without signing in.</summary>
    public static T AllowAnybody<T>(this T endpoint) where T : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(WhoMayCall.Anybody);

    /// <summary>Machine tokens need this scope as well; a person's token is asked for none.</summary>
    public static T WithScope<T>(this T endpoint, string scope) where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAssertion(context =>
            !context.User.IsInRole(Roles.Machine) || context.User.FindAll("scope").SelectMany(c => c.Value.Split(' ')).Contains(scope)));
}

/// <summary>What an endpoint stated.</summary>
/// <param name="Roles">Who may call; empty when everybody may.</param>
internal sealed record WhoMayCall(IReadOnlyList<string> Roles)
{
    /// <summary>No sign-in needed.</summary>
    public static WhoMayCall Anybody { get; } = new([]);
}
