using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

/// <summary>From the database to the reviewer's desk: what the hub exports, the reviewer's own program verifies with keys it got elsewhere.</summary>
public class ExportTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_hub_exports_verifies_on_the_reviewers_desk()
    {
        var decision = await FillAsync();
        var reviewer = hub.As("legal-reviewer");
        var whole = await BundleAsync(reviewer, "");
        var keys = Keys();

        Assert.Equal(whole, await BundleAsync(reviewer, ""));
        var verdict = Check(whole, keys);
        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Rebuilt);
        Assert.Equal(["MA.DESE", "MA.EEC"], verdict.Witnesses);

        var one = Check(await BundleAsync(reviewer, "?decision=" + decision), keys);
        Assert.Empty(one.Findings);
        Assert.Equal(decision, Assert.Single(one.Entries).Entry.Refs["decision"]);
        Assert.Equal(1, one.InclusionProofs);

        var (exit, output) = await VerifyAsync(whole, keys);
        Assert.True(exit == 0, output);
        Assert.Contains("VERIFIED.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_was_changed_behind_the_log_does_not_verify()
    {
        await FillAsync();
        var bundle = await BundleAsync(hub.As("legal-reviewer"), "");
        bundle[bundle.AsSpan().IndexOf("\"index\":5}"u8) - 40] ^= 1; // inside the bytes of entry 5

        var (exit, output) = await VerifyAsync(bundle, Keys());

        Assert.Equal(8, exit);
        Assert.Contains("RP8002", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_reviewers_may_export()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await hub.As("caseworker").GetAsync(new Uri("/api/log/bundle", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hub.Anonymous().GetAsync(new Uri("/api/log/bundle", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_range_without_entries_is_said_and_not_exported()
    {
        await FillAsync();
        using var answer = await hub.As("legal-reviewer").GetAsync(new Uri("/api/log/bundle?from=2999-01-01T00:00:00Z", UriKind.Relative), Ct);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal("RP5034", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["code"]);
    }

    private async Task<string> FillAsync()
    {
        await CheckpointTests.AppendAsync(hub.Services.GetRequiredService<WebDatabase>().Source, 300);
        var decision = ReferenceCode.New("D");
        await using (var connection = await hub.Services.GetRequiredService<WebDatabase>().Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await AuditLog.AppendAsync(transaction, new("subject-access", LogActor.Hub, new Dictionary<string, string> { ["decision"] = decision })
            {
                Payload = new JsonObject { ["what"] = "history" },
                Subject = new PersonKey(Guid.NewGuid()),
            }, Ct);
            await transaction.CommitAsync(Ct);
        }
        var checkpoints = hub.Services.GetRequiredService<Checkpoints>();
        await checkpoints.MakeAsync(Ct);
        var note = (await checkpoints.NewestAsync(Ct))!;
        foreach (var code in new[] { "MA.DESE", "MA.EEC" })
        {
            var line = new NoteSigner(code, hub.Agency(code).SigningSeed).Cosign(note, DateTimeOffset.UtcNow);
            Assert.True(await hub.Services.GetRequiredService<Cosignatures>().TakeAsync(new(Checkpoint.Parse(note).Size, line.ToString()), new DataOwnerId(code), Ct));
        }
        return decision;
    }

    // As the agencies would tell them, not from the bundle.
    private BundleKeys Keys() => new(
        [hub.Services.GetRequiredService<LogKey>().Signer.Key],
        [.. new[] { "MA.DESE", "MA.EEC" }.Select(c => new NoteSigner(c, hub.Agency(c).SigningSeed).Key)], 2);

    private static async Task<byte[]> BundleAsync(HttpClient client, string query) => await client.GetByteArrayAsync(new Uri("/api/log/bundle" + query, UriKind.Relative), Ct);

    private static BundleVerdict Check(byte[] bytes, BundleKeys keys)
    {
        using var bundle = LogBundle.Open(new MemoryStream(bytes));
        return BundleCheck.Run(bundle, keys);
    }

    private static async Task<(int Exit, string Output)> VerifyAsync(byte[] bundle, BundleKeys keys)
    {
        var folder = Directory.CreateTempSubdirectory("rp-export");
        try
        {
            var (file, trust) = (Path.Combine(folder.FullName, "bundle.zip"), Path.Combine(folder.FullName, "trust.json"));
            await File.WriteAllBytesAsync(file, bundle, Ct);
            await File.WriteAllBytesAsync(trust, keys.Bytes, Ct);
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "passport-review.dll"), "log", "verify", file, "--trust", trust]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(Ct);
            await process.WaitForExitAsync(Ct);
            return (process.ExitCode, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
