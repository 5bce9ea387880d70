using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Agency.Caseworkers;
using ReadinessPassport.Agency.Clients;
using ReadinessPassport.Agency.Serving;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Agency.Pages;

/// <summary>The five steps of capturing a consent. The draft lives in the session, so nothing is lost by going back, by a time-out of the page or by an error.</summary>
internal static class ConsentSteps
{
    private const int Last = 5;

    /// <summary>Maps the steps.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/c/{reference}/consents/new/{step:int:range(1,5)}", Show);
        app.MapPost("/c/{reference}/consents/new/{step:int:range(1,5)}", Continue);
    }

    private static async Task<IResult> Show(string reference, int step, HttpContext context, HubForCaseworkers hub, TimeProvider clock, CancellationToken ct)
    {
        if (CaseworkerPages.ClientOf(context, reference) is not { } client)
            return Results.LocalRedirect("/");
        var offers = await hub.OffersAsync(await CaseworkerPages.TokenAsync(context), ct);
        return offers.Count == 0 ? Results.LocalRedirect($"/c/{reference}") : Page(context, client, offers, step, clock, null);
    }

    private static async Task<IResult> Continue(string reference, int step, HttpContext context, HubForCaseworkers hub, ClientHandles handles, EdgeOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (CaseworkerPages.ClientOf(context, reference) is not { } client)
            return Results.LocalRedirect("/");
        var session = CaseworkerPages.Model(context).Session;
        var draft = session.DraftFor(client.SourceRecordId);
        var token = await CaseworkerPages.TokenAsync(context);
        var offers = await hub.OffersAsync(token, ct);
        if (offers.Count == 0)
            return Results.LocalRedirect($"/c/{reference}");
        var offer = OfferOf(offers, draft);
        if (Take(step, await context.Request.ReadFormAsync(ct), draft, offer, Latest(client, offer, draft, clock)) is { } problem)
            return Page(context, client, offers, step, clock, problem);
        if (step < Last)
            return Results.LocalRedirect($"/c/{reference}/consents/new/{step + 1}");
        for (var earlier = 1; earlier < Last; earlier++)
        {
            if (Missing(earlier, draft, offer) is { } gap)
                return Page(context, client, offers, earlier, clock, gap);
        }
        var ids = new List<string>();
        foreach (var (categories, recipients) in draft.Consents())
            ids.Add((await hub.ConsentAsync(Consent(client, draft, offer, categories, recipients, handles, options, clock), token, ct)).Id);
        session.DropDraft(client.SourceRecordId);
        return Results.LocalRedirect($"/c/{reference}/consents/{string.Join(',', ids)}");
    }

    // What the step's form says goes into the draft first, so that nothing typed is lost; then comes what is missing.
    private static string? Take(int step, IFormCollection form, ConsentDraft draft, PassportOffer offer, DateOnly latest)
    {
        switch (step)
        {
            case 1:
                draft.Agreement = form["agreement"] is [{ Length: > 0 } agreement, ..] ? agreement : offer.Agreement;
                draft.Relation = form["relation"];
                draft.Custody = form["custody"] is [{ Length: > 0 } custody, ..] ? custody : "parental";
                draft.CustodyEvidence = form["evidence"] is [{ Length: > 0 } evidence, ..] ? evidence.Trim() : null;
                draft.SignerVerified = form["verified"] == "yes";
                break;
            case 2:
                draft.Language = form["language"] is [{ Length: > 0 } language, ..] ? language : draft.Language;
                break;
            case 3:
                draft.Grants.Clear();
                foreach (var grant in form["grant"])
                {
                    if (grant?.Split('|') is [var category, var recipient] && offer.Categories.Any(c => c.Code == category) && offer.Recipients.Any(r => r.Agency == recipient))
                        draft.Grants.Add((category, recipient));
                }
                draft.Purpose = form["purpose"];
                draft.Until = DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) ? until : null;
                if (draft.Until > latest)
                    return $"The consent can count until {ClientWords.Day(latest)} at the latest.";
                break;
            case 4:
                draft.ReadBack = form["readback"] == "yes";
                break;
            default:
                draft.SignatureKind = form["signature"];
                break;
        }
        return Missing(step, draft, offer);
    }

    private static string? Missing(int step, ConsentDraft draft, PassportOffer offer) => step switch
    {
        1 when string.IsNullOrEmpty(draft.Relation) => "Say who signs.",
        1 when !draft.SignerVerified => "Check who is signing, and say that you did.",
        1 when draft.Custody != "parental" && draft.CustodyEvidence is null => "Give the reference of the paper that shows who has custody.",
        2 when offer.Forms[0].Texts.FirstOrDefault(t => t.Language == draft.Language) is not { SignedOff: true } => "Choose a language that is certified.",
        3 when draft.Grants.Count == 0 => "Nothing is checked. Check at least one box, or leave this page: no consent is needed to say no.",
        3 when offer.Purposes.All(p => p.Code != draft.Purpose) => "Say what it is for.",
        3 when draft.Until is null => "Write the last day as year, month, day, such as 2027-06-30.",
        4 when !draft.ReadBack => "Read the text back before it is signed.",
        5 when draft.SignatureKind is not ("e-sign" or "wet-ink" or "mark-with-witness" or "voice-with-witness") => "Say how it is signed.",
        _ => null,
    };

    private static PassportOffer OfferOf(IReadOnlyList<PassportOffer> offers, ConsentDraft draft) => offers.FirstOrDefault(o => o.Agreement == draft.Agreement) ?? offers[0];

    private static DateOnly Latest(IdentifyingRecord client, PassportOffer offer, ConsentDraft draft, TimeProvider clock)
    {
        var latest = DateOnly.FromDateTime(clock.GetLocalNow().Date).AddDays(offer.LongestDays);
        if (draft.Relation != "S" && client.BirthDate is { IsWhole: true, Year: var y, Month: { } m, Day: { } d } && AgeState.LastDayOfParentsConsent(new(y, m, d)) is var last && last < latest)
            return last;
        return latest;
    }

    private static ConsentToStore Consent(IdentifyingRecord client, ConsentDraft draft, PassportOffer offer, IReadOnlyList<string> categories, IReadOnlyList<string> recipients, ClientHandles handles, EdgeOptions options, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var form = offer.Forms[0];
        var text = form.Texts.First(t => t.Language == draft.Language);
        var born = client.BirthDate is { IsWhole: true, Year: var y, Month: { } m, Day: { } d } ? new DateOnly(y, m, d) : today;
        return new()
        {
            Agreement = offer.Agreement,
            Form = form.Id,
            Language = draft.Language,
            TextSha256 = text.Sha256,
            Subject = new(handles.Of(client.SourceRecordId)),
            AtSigning = new(AgeState.On(born, today), draft.Custody, draft.CustodyEvidence is { } evidence ? new("custody-order", evidence, today) : null),
            Signers = [new(draft.Relation!, draft.Relation switch { "P" => "legal-custody", "G" => "court-appointment", "E" => "educational-decision-maker", _ => "own-right" }, $"{options.Agency}/caseworker", today,
                new(draft.SignatureKind!, "identity checked in person by the caseworker", $"sig:{Guid.NewGuid():N}"))],
            From = [.. offer.Providers.Select(p => p.Code)],
            To = [.. recipients.Select(r => new RecipientRoles(r, offer.Recipients.First(x => x.Agency == r).Roles))],
            Categories = categories,
            Purpose = draft.Purpose!,
            CoversLaws = form.Laws,
            Statements = form.Statements,
            Signed = today,
            Expires = draft.Until!.Value,
        };
    }

    private static RazorComponentResult<ConsentStepPage> Page(HttpContext context, IdentifyingRecord client, IReadOnlyList<PassportOffer> offers, int step, TimeProvider clock, string? problem)
    {
        var model = CaseworkerPages.Model(context);
        var draft = model.Session.DraftFor(client.SourceRecordId);
        return new(new Dictionary<string, object?> { ["Model"] = model, ["Client"] = client, ["Step"] = step, ["Latest"] = Latest(client, OfferOf(offers, draft), draft, clock), ["Problem"] = problem, ["Draft"] = draft, ["Offers"] = offers })
        {
            StatusCode = problem is null ? 200 : 400,
        };
    }
}
