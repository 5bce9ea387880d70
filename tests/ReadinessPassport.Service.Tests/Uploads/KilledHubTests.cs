using System.Security.Cryptography;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.Uploads;

/// <summary>kill -9 in the middle of an upload: what was acknowledged is there, and the upload goes on.</summary>
public class KilledHubTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private const int Chunk = 64 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_survives_a_hub_that_is_killed_three_times()
    {
        using var agency = new TestAgency("MA.DESE");
        await new Agencies(new WebDatabase(db.Web)).AddAsync(agency.Identity, "DESE", Ct);
        await using var hub = new HubProcess(db.Addresses);
        await hub.StartAsync(Ct);
        var client = hub.AsMachine("MA.DESE");
        var content = RandomNumberGenerator.GetBytes(64 * Chunk);
        using var announced = await client.AnnounceAsync("cohort", content, Ct);
        var upload = announced.Headers.Location!;
        long acknowledged = 0;
        for (var life = 0; life < 3; life++)
        {
            var killing = Task.Run(async () =>
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(20, 150), Ct);
                await hub.KillAsync();
            }, Ct);
            acknowledged = await SendUntilItDiesAsync(client, upload, content, acknowledged, most: (life + 1) * 16);
            await killing;
            await hub.StartAsync(Ct);

            var offset = await client.OffsetAsync(upload, Ct);

            Assert.InRange(offset, acknowledged, acknowledged + Chunk);
            acknowledged = offset;
        }
        using var rest = await client.SendAsync(upload, content.AsMemory((int)acknowledged), acknowledged, Ct);

        var outcome = await client.OutcomeAsync(upload, Ct);
        Assert.Equal("refused", (string)outcome["state"]!);
        Assert.NotEqual("RP5105", (string)outcome["problem"]!["code"]!); // every byte arrived as it was; only it is no package
        Assert.Equal(1L, await EntriesAsync(upload));
    }

    [Fact]
    public async Task A_complete_upload_whose_hub_is_killed_is_decided_once()
    {
        using var agency = new TestAgency("MA.EEC");
        await new Agencies(new WebDatabase(db.Web)).AddAsync(agency.Identity, "EEC", Ct);
        await using var hub = new HubProcess(db.Addresses);
        await hub.StartAsync(Ct);
        var client = hub.AsMachine("MA.EEC");
        var content = RandomNumberGenerator.GetBytes(Chunk);
        using var announced = await client.AnnounceAsync("facts", content, Ct);
        var upload = announced.Headers.Location!;
        using var sent = await client.SendAsync(upload, content, 0, Ct);
        await hub.KillAsync();
        await hub.StartAsync(Ct);

        var outcome = await client.OutcomeAsync(upload, Ct);

        Assert.Equal("refused", (string)outcome["state"]!);
        Assert.Equal(1L, await EntriesAsync(upload));
    }

    private Task<long> EntriesAsync(Uri upload) =>
        db.ScalarAsync<long>("select count(*) from log.entry where convert_from(bytes, 'UTF8')::jsonb -> 'refs' ->> 'upload' = $1", upload.ToString().Split('/')[^1]);

    private static async Task<long> SendUntilItDiesAsync(HttpClient client, Uri upload, byte[] content, long from, int most)
    {
        try
        {
            for (var at = from; at < content.Length && at < (long)most * Chunk; at += Chunk)
            {
                using var sent = await client.SendAsync(upload, content.AsMemory((int)at, (int)Math.Min(Chunk, content.Length - at)), at, Ct);
                sent.EnsureSuccessStatusCode();
                from = at + Math.Min(Chunk, content.Length - at);
            }
        }
        catch (HttpRequestException)
        {
            // killed
        }
        return from;
    }
}
