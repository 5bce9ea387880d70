using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>What a caseworker's page asks the hub, with the caseworker's own token. Only handles and codes go out; the name on the page never does.</summary>
internal sealed class HubForCaseworkers(HttpClient http)
{
    /// <summary>What agreements let this caseworker's agency ask for, and the forms that consent to it.</summary>
    public async Task<IReadOnlyList<PassportOffer>> OffersAsync(string token, CancellationToken ct) =>
        await SendAsync<List<PassportOffer>>(HttpMethod.Get, "api/passports/offers", null, token, ct);

    /// <summary>Opens the passport of one of the agency's own records.</summary>
    public Task<PassportAnswer> OpenAsync(PassportQuestion question, string token, CancellationToken ct) =>
        SendAsync<PassportAnswer>(HttpMethod.Post, "api/passports", question, token, ct);

    /// <summary>Gives a signed consent to the hub.</summary>
    public Task<ConsentAnswer> ConsentAsync(ConsentToStore consent, string token, CancellationToken ct) =>
        SendAsync<ConsentAnswer>(HttpMethod.Post, "api/consents", consent, token, ct);

    /// <summary>The consents this agency captured for one of its records. The handle travels in the body: URLs end in other people's logs.</summary>
    public async Task<IReadOnlyList<ConsentShown>> ConsentsAsync(string handle, string token, CancellationToken ct) =>
        await SendAsync<List<ConsentShown>>(HttpMethod.Post, "api/consents/query", new { handle }, token, ct);

    /// <summary>Withdraws a consent; from the answer on nothing leaves under it.</summary>
    public Task<ReceiptShown> RevokeAsync(string consent, string relation, string token, CancellationToken ct) =>
        SendAsync<ReceiptShown>(HttpMethod.Post, $"api/consents/{Uri.EscapeDataString(consent)}/revoke", new { relation }, token, ct);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, ct) ?? throw CaseworkerErrors.Unreadable();
            throw await RefusedAsync(response, ct);
        }
        catch (HttpRequestException e)
        {
            throw CaseworkerErrors.Unreachable(e);
        }
        catch (JsonException e)
        {
            throw CaseworkerErrors.Unreadable(e);
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw CaseworkerErrors.Unreachable(e);
        }
    }

    private static async Task<PassportException> RefusedAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized)
            return CaseworkerErrors.SignInAgain();
        HubProblem? problem = null;
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
            problem = await response.Content.ReadFromJsonAsync<HubProblem>(JsonSerializerOptions.Web, ct);
        return problem is { Code: { } code }
            ? new PassportException(code, response.StatusCode is HttpStatusCode.Forbidden ? ExitCode.Refused : ExitCode.BadInput, problem.Detail ?? problem.Title ?? "The hub refused.", problem.Next)
            : CaseworkerErrors.Unexpected((int)response.StatusCode);
    }

    private sealed record HubProblem(string? Code, string? Title, string? Detail, string? Next);
}
