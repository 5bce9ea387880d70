using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Service.Tests.Uploads;

/// <summary>The least of a tus client, for tests of any slice that needs a delivery.</summary>
internal static class TusClient
{
    /// <summary>Announces a delivery.</summary>
    public static async Task<HttpResponseMessage> AnnounceAsync(this HttpClient client, string kind, byte[] content, CancellationToken ct, string agreement = "MA-2027-004", string? metadata = null, string? length = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", length ?? content.Length.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("Upload-Metadata", metadata ?? $"kind {Base64(kind)},sha256 {Base64(Convert.ToHexStringLower(SHA256.HashData(content)))},agreement {Base64(agreement)}");
        return await client.SendAsync(request, ct);
    }

    /// <summary>Sends bytes at an offset.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, Uri upload, ReadOnlyMemory<byte> chunk, long offset, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ReadOnlyMemoryContent(chunk) };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await client.SendAsync(request, ct);
    }

    /// <summary>Where to go on.</summary>
    public static async Task<long> OffsetAsync(this HttpClient client, Uri upload, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, upload);
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    /// <summary>Announces, sends in one chunk and waits for the outcome.</summary>
    public static async Task<JsonObject> DeliverAsync(this HttpClient client, string kind, byte[] content, CancellationToken ct, string agreement = "MA-2027-004")
    {
        using var announced = await client.AnnounceAsync(kind, content, ct, agreement);
        if (announced.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"{announced.StatusCode}: {await announced.Content.ReadAsStringAsync(ct)}");
        var upload = announced.Headers.Location!;
        if (await client.OffsetAsync(upload, ct) < content.Length)
        {
            using var sent = await client.SendAsync(upload, content, 0, ct);
            sent.EnsureSuccessStatusCode();
        }
        return await client.OutcomeAsync(upload, ct);
    }

    /// <summary>Waits until the delivery is decided.</summary>
    public static async Task<JsonObject> OutcomeAsync(this HttpClient client, Uri upload, CancellationToken ct)
    {
        for (var i = 0; i < 600; i++)
        {
            var state = (await client.GetFromJsonAsync<JsonObject>(upload, ct))!;
            if ((string)state["state"]! is "accepted" or "refused")
                return state;
            await Task.Delay(100, ct);
        }
        throw new TimeoutException("The delivery was not decided within a minute: " + (await client.GetStringAsync(upload, ct)));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
