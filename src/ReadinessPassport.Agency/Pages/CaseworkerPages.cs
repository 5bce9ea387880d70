using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ReadinessPassport.Agency.Caseworkers;
using ReadinessPassport.Agency.Clients;
using ReadinessPassport.Agency.Serving;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Agency.Pages;

/// <summary>What a caseworker does: find a client at home, open a passport, record and withdraw consents. Forms post, so that no name stands in an address.</summary>
internal static class CaseworkerPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", Search);
        app.MapPost("/clients", Found);
        app.MapGet("/c/{reference}", ShowClient);
        app.MapPost("/c/{reference}/passport", OpenPassport);
        app.MapGet("/c/{reference}/passport", BackToClient);
        ConsentSteps.Map(app);
        app.MapGet("/c/{reference}/consents/{ids}", ShowConsents);
        app.MapPost("/c/{reference}/consents/{id}/withdraw", Withdraw);
        app.MapPost("/sign-out", (Delegate)SignOut);
    }

    /// <summary>What every page shows of the session.</summary>
    public static EdgePageModel Model(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<EdgeOptions>();
        var signedIn = context.User.Identity?.IsAuthenticated == true;
        var session = context.RequestServices.GetRequiredService<CaseworkerSessions>().Of(context.User.FindFirst("sub")?.Value ?? "nobody");
        return new(options.Name, signedIn ? context.User.FindFirst("name")?.Value ?? context.User.FindFirst("email")?.Value ?? "Signed in" : null, session, options.Demonstration);
    }

    /// <summary>The client behind a reference of this session; null when the session never showed one.</summary>
    internal static IdentifyingRecord? ClientOf(HttpContext context, string reference) =>
        Model(context).Session.ClientOf(reference) is { } id ? context.RequestServices.GetRequiredService<ClientIndex>().Find(id) : null;

    /// <summary>The caseworker's token for the hub.</summary>
    internal static async Task<string> TokenAsync(HttpContext context) => await context.GetTokenAsync("access_token") ?? throw CaseworkerErrors.SignInAgain();

    private static RazorComponentResult<SearchPage> Search(HttpContext context) => new(new { Model = Model(context) });

    private static RazorComponentResult<SearchPage> Found(HttpContext context, ClientIndex clients, [FromForm] string? name, [FromForm] string? born, [FromForm] string? id)
    {
        DateOnly? day = DateOnly.TryParseExact(born?.Trim(), ["yyyy-MM-dd", "M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        var matches = clients.Search(new(name, day, id));
        return new(new Dictionary<string, object?> { ["Model"] = Model(context), ["Name"] = name, ["Born"] = born, ["LocalId"] = id, ["Matches"] = matches, ["TooLittle"] = ReferenceEquals(matches, ClientMatches.TooLittle) });
    }

    private static async Task<IResult> ShowClient(string reference, HttpContext context, HubForCaseworkers hub, ClientHandles handles, CancellationToken ct)
    {
        if (ClientOf(context, reference) is not { } client)
            return Results.LocalRedirect("/");
        var token = await TokenAsync(context);
        var offers = await hub.OffersAsync(token, ct);
        var consents = await hub.ConsentsAsync(handles.Of(client.SourceRecordId), token, ct);
        return new RazorComponentResult<ClientPage>(new Dictionary<string, object?> { ["Model"] = Model(context), ["Client"] = client, ["Offers"] = offers, ["Consents"] = consents });
    }

    private static async Task<IResult> OpenPassport(string reference, HttpContext context, HubForCaseworkers hub, ClientHandles handles, TimeProvider clock, [FromForm] string agreement, [FromForm] string purpose, [FromForm] string relation, CancellationToken ct)
    {
        if (ClientOf(context, reference) is not { } client)
            return Results.LocalRedirect("/");
        var model = Model(context);
        model.Session.StateRelation(client.SourceRecordId, relation);
        var token = await TokenAsync(context);
        var passport = await hub.OpenAsync(new(agreement, purpose, new(handles.Of(client.SourceRecordId)), Attest(client, clock, model.Session)), token, ct);
        var offer = (await hub.OffersAsync(token, ct)).FirstOrDefault(o => o.Agreement == agreement);
        var label = offer?.Purposes.FirstOrDefault(p => p.Code == purpose)?.Label ?? purpose;
        return new RazorComponentResult<PassportPage>(new Dictionary<string, object?> { ["Model"] = model, ["Client"] = client, ["PurposeLabel"] = label, ["Passport"] = passport });
    }

    // A passport is opened by a form each time, because each opening is a decision; going back to its address leads to the client.
    private static RedirectHttpResult BackToClient(string reference) => TypedResults.LocalRedirect($"/c/{Uri.EscapeDataString(reference)}");

    private static async Task<IResult> ShowConsents(string reference, string ids, HttpContext context, HubForCaseworkers hub, ClientHandles handles, CancellationToken ct)
    {
        if (ClientOf(context, reference) is not { } client)
            return Results.LocalRedirect("/");
        var wanted = ids.Split(',');
        var consents = (await hub.ConsentsAsync(handles.Of(client.SourceRecordId), await TokenAsync(context), ct)).Where(c => wanted.Contains(c.Id)).ToList();
        return consents.Count == 0
            ? Results.LocalRedirect($"/c/{Uri.EscapeDataString(reference)}")
            : new RazorComponentResult<ReceiptPage>(new Dictionary<string, object?> { ["Model"] = Model(context), ["Client"] = client, ["Consents"] = consents });
    }

    private static async Task<IResult> Withdraw(string reference, string id, HttpContext context, HubForCaseworkers hub, CancellationToken ct)
    {
        if (ClientOf(context, reference) is null)
            return Results.LocalRedirect("/");
        await hub.RevokeAsync(id, "P", await TokenAsync(context), ct);
        return Results.LocalRedirect($"/c/{Uri.EscapeDataString(reference)}/consents/{Uri.EscapeDataString(id)}");
    }

    private static async Task<IResult> SignOut(HttpContext context, CaseworkerSessions sessions)
    {
        sessions.End(context.User.FindFirst("sub")?.Value ?? "nobody");
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    /// <summary>What the edge attests: codes that only the birth date and the caseworker can give.</summary>
    internal static Attestation Attest(IdentifyingRecord client, TimeProvider clock, CaseworkerSession session)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var age = client.BirthDate is { IsWhole: true, Year: var y, Month: { } m, Day: { } d } ? AgeState.On(new DateOnly(y, m, d), today) : "child";
        return new(age, session.DraftFor(client.SourceRecordId).Custody, session.RelationTo(client.SourceRecordId));
    }
}
