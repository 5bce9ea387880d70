using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Tests;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

/// <summary>Who may call what: all routes times all roles, compared with the table committed beside this file.</summary>
public partial class AccessTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string Table = Path.Combine(Repository.Root, "tests", "ReadinessPassport.Service.Tests", "SignIn", "access.txt");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_routes_and_who_may_call_them_are_those_of_the_committed_table()
    {
        var actual = Routes().Select(r => $"{r.Method,-6} {r.Pattern,-52} {(r.Who.Roles.Count == 0 ? "anybody" : r.Who.Roles.Count == Roles.All.Count ? "signed-in" : string.Join(" ", r.Who.Roles.Order(StringComparer.Ordinal)))}").Order(StringComparer.Ordinal).ToList();
        var written = Path.Combine(Repository.Root, "artifacts", "access.txt");
        await File.WriteAllLinesAsync(written, actual, Ct);

        Assert.True(actual.SequenceEqual(await File.ReadAllLinesAsync(Table, Ct)), $"The routes have changed. If that is meant: cp artifacts/access.txt {Path.GetRelativePath(Repository.Root, Table)}, and read the difference.");
    }

    [Fact]
    public void Every_route_states_who_may_call_it() =>
        Assert.Empty(Endpoints().Where(e => e.Metadata.GetMetadata<WhoMayCall>() is null).Select(e => e.RoutePattern.RawText));

    [Fact]
    public async Task Nobody_gets_through_without_the_role_that_the_route_states()
    {
        foreach (var role in Roles.All.Append(""))
        {
            using var client = role == "" ? hub.Anonymous() : role == Roles.Machine ? hub.AsMachine() : hub.As(role);
            foreach (var route in Routes().Where(r => r.Who.Roles.Count > 0))
            {
                using var request = new HttpRequestMessage(new(route.Method), Parameters().Replace(route.Pattern, "1"));
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
                var isRefused = answer.StatusCode is HttpStatusCode.Unauthorized
                    || (answer.StatusCode is HttpStatusCode.Forbidden && (route.Method == "HEAD" || (await answer.Content.ReadAsStringAsync(Ct)).Contains("RP5022", StringComparison.Ordinal)))
                    || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
                Assert.True(isRefused != route.Who.Roles.Contains(role), $"{route.Method} {route.Pattern} as '{role}': {(int)answer.StatusCode}");
            }
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(string Method, string Pattern, WhoMayCall Who)> Routes() =>
        from endpoint in Endpoints()
        let who = endpoint.Metadata.GetMetadata<WhoMayCall>()
        where who is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), who);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameters();
}
