using System.Text.RegularExpressions;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>Posts forms as a browser does: the page first, for its antiforgery token and cookie.</summary>
public static partial class FormPosting
{
    /// <summary>Gets <paramref name="page"/> (or the address itself), takes the token from its form and posts the fields to <paramref name="address"/>.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, Dictionary<string, string> fields, CancellationToken ct, string? page = null)
    {
        var html = await client.GetStringAsync(new Uri(page ?? address, UriKind.Relative), ct);
        fields["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
