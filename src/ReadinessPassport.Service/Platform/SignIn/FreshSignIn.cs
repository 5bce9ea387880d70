using Microsoft.AspNetCore.Http.Extensions;
using ReadinessPassport.Service.Platform.Web;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>For acts that disclose or destroy: whoever signed in longer ago proves again who they are (RFC 9470).</summary>
internal static class FreshSignIn
{
    /// <summary>Asks for a sign-in no older than this. Machines prove themselves with every token and are not asked.</summary>
    public static T RequireFreshSignIn<T>(this T endpoint, TimeSpan within) where T : IEndpointConventionBuilder
    {
        endpoint.AddEndpointFilter(new RouteHandlerFilter(within));
        return endpoint;
    }

    private static PassportError Stale(TimeSpan within) => new("RP5030", ExitCode.SignIn,
        $"This act asks for a sign-in within the last {(int)within.TotalMinutes} minutes.", "Sign in again (max_age at /connect/authorize), then repeat.");

    private sealed class RouteHandlerFilter(TimeSpan within) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            if (http.User.IsInRole(Roles.Machine) || SignInSession.Age(http.User, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) <= within)
                return await next(context);
            if (http.Request.Path.StartsWithSegments("/api"))
            {
                http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_user_authentication\", max_age=\"{(int)within.TotalSeconds}\"";
                return HubProblems.Of(401, Stale(within));
            }
            var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.GetEncodedPathAndQuery() : new Uri(http.Request.Headers.Referer.FirstOrDefault() ?? "http://x/").PathAndQuery;
            return Results.LocalRedirect("/sign-in" + QueryString.Create("return", SignInPageRequests.Local(back)));
        }
    }
}
