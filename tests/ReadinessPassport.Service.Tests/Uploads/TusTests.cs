using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.Uploads;

/// <summary>Receiving: resumable, idempotent, and nobody sees another agency's.</summary>
public class TusTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_in_chunks_arrives_whole_and_goes_to_verification()
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(1_000_000);
        var upload = await AnnouncedAsync(client, content);

        for (var at = 0; at < content.Length; at += 300_000)
        {
            using var sent = await client.SendAsync(upload, content.AsMemory(at, Math.Min(300_000, content.Length - at)), at, Ct);
            Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
            Assert.Equal("1.0.0", sent.Headers.GetValues("Tus-Resumable").Single());
        }

        var outcome = await client.OutcomeAsync(upload, Ct);
        Assert.Equal("refused", (string)outcome["state"]!); // random bytes are no package
        Assert.Equal(content.Length, (long)outcome["offset"]!);
        Assert.StartsWith("RP", (string)outcome["problem"]!["code"]!, StringComparison.Ordinal);
        Assert.StartsWith("E-", (string)outcome["receipt"]!["entry"]!, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(hub.Data, "uploads"), $"{upload.ToString().Split('/')[^1]}*"));
    }

    [Fact]
    public async Task Announcing_the_same_bytes_again_gives_the_same_upload_also_to_many_at_once()
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(1000);

        var announced = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnnouncedAsync(client, content)));

        Assert.Single(announced.Distinct());
    }

    [Fact]
    public async Task What_arrived_before_the_connection_broke_counts()
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var upload = await AnnouncedAsync(client, content);
        await BreakOffAsync(upload, content, 1_500_000);

        var offset = await client.OffsetAsync(upload, Ct);
        for (var tries = 0; offset == 0 && tries < 50; tries++)
        {
            await Task.Delay(50, Ct);
            offset = await client.OffsetAsync(upload, Ct);
        }

        Assert.InRange(offset, 1, 1_500_000);
        using var rest = await client.SendAsync(upload, content.AsMemory((int)offset), offset, Ct);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.NotEqual("RP5105", (string)(await client.OutcomeAsync(upload, Ct))["problem"]!["code"]!); // its digest was right
    }

    [Fact]
    public async Task A_restarted_hub_goes_on_where_the_file_ends()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        var upload = await AnnouncedAsync(hub.AsMachine(), content);
        (await hub.AsMachine().SendAsync(upload, content.AsMemory(0, 40_000), 0, Ct)).Dispose();
        await hub.StopAsync();
        await hub.StartAsync();
        var client = hub.AsMachine();

        Assert.Equal(40_000, await client.OffsetAsync(upload, Ct));
        (await client.SendAsync(upload, content.AsMemory(40_000), 40_000, Ct)).Dispose();
        Assert.NotEqual("RP5105", (string)(await client.OutcomeAsync(upload, Ct))["problem"]!["code"]!);
    }

    [Fact]
    public async Task Bytes_that_are_not_the_announced_ones_are_refused()
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(1000);
        var upload = await AnnouncedAsync(client, content);
        content[500] ^= 1;
        (await client.SendAsync(upload, content, 0, Ct)).Dispose();

        Assert.Equal("RP5105", (string)(await client.OutcomeAsync(upload, Ct))["problem"]!["code"]!);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.Conflict)] // again
    [InlineData(600, HttpStatusCode.Conflict)] // a gap
    [InlineData(-1, HttpStatusCode.Conflict)]
    public async Task A_chunk_that_does_not_continue_is_refused_and_nothing_is_written(long offset, HttpStatusCode expected)
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(1000);
        var upload = await AnnouncedAsync(client, content);
        (await client.SendAsync(upload, content.AsMemory(0, 500), 0, Ct)).Dispose();

        using var sent = await client.SendAsync(upload, content.AsMemory(500), offset, Ct);

        Assert.Equal(expected, sent.StatusCode);
        Assert.Equal(500, await client.OffsetAsync(upload, Ct));
    }

    [Fact]
    public async Task A_chunk_beyond_the_announced_length_is_refused()
    {
        var client = hub.AsMachine();
        var content = RandomNumberGenerator.GetBytes(1000);
        var upload = await AnnouncedAsync(client, content);

        using var sent = await client.SendAsync(upload, new byte[2000], 0, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sent.StatusCode);
        Assert.Equal(0, await client.OffsetAsync(upload, Ct));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Another_agencys_upload_does_not_exist(string method)
    {
        var upload = await AnnouncedAsync(hub.AsMachine("MA.DESE"), RandomNumberGenerator.GetBytes(10));
        using var request = new HttpRequestMessage(new(method), upload);
        if (method == "PATCH")
        {
            request.Content = new ByteArrayContent([1]);
            request.Content.Headers.ContentType = new("application/offset+octet-stream");
            request.Headers.Add("Upload-Offset", "0");
        }

        using var answer = await hub.AsMachine("MA.EEC").SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_unfinished_delivery_can_be_given_up()
    {
        var client = hub.AsMachine();
        var upload = await AnnouncedAsync(client, RandomNumberGenerator.GetBytes(10));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(upload, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(upload, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("", null, "RP5101")]
    [InlineData("kind Y29ob3J0", null, "RP5101")]
    [InlineData("kind !!!,sha256 !!!,agreement !!!", null, "RP5101")]
    [InlineData("kind Y29ob3J0,kind Y29ob3J0", null, "RP5101")]
    [InlineData(null, "0", "RP5102")]
    [InlineData(null, "-1", "RP5102")]
    [InlineData(null, "99999999999999999999999", "RP5102")]
    [InlineData(null, "1e3", "RP5102")]
    public async Task A_delivery_that_is_not_described_is_refused(string? metadata, string? length, string code)
    {
        using var answer = await hub.AsMachine().AnnounceAsync("cohort", [1], Ct, metadata: metadata, length: length);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["code"]!);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("MA-2027-004\r\nX: y")]
    public async Task An_agreement_is_an_id_and_no_path(string agreement)
    {
        using var answer = await hub.AsMachine().AnnounceAsync("cohort", [1], Ct, agreement);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Another_version_of_the_protocol_is_told_ours()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        request.Headers.Add("Tus-Resumable", "0.2.2");

        using var answer = await hub.AsMachine().SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Version").Single());
    }

    [Fact]
    public async Task A_machine_without_the_scope_sends_nothing()
    {
        var client = hub.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", hub.Token("MA.DESE", [Roles.Machine], "MA.DESE", scope: "passport"));

        using var answer = await client.AnnounceAsync("cohort", [1], Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<Uri> AnnouncedAsync(HttpClient client, byte[] content)
    {
        using var announced = await client.AnnounceAsync("cohort", content, Ct);
        Assert.Equal(HttpStatusCode.Created, announced.StatusCode);
        return announced.Headers.Location!;
    }

    // Over a socket, so that the body can end in the middle.
    private async Task BreakOffAsync(Uri upload, byte[] content, int after)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(hub.Url).Port, Ct);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PATCH {upload} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hub.Token("MA.DESE", [Roles.Machine], "MA.DESE", "upload")}\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: {content.Length}\r\n\r\n"), Ct);
        await stream.WriteAsync(content.AsMemory(0, after), Ct);
        await stream.FlushAsync(Ct);
        await Task.Delay(300, Ct);
    }
}
