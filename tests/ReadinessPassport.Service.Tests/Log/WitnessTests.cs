using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

/// <summary>A real edge witnesses a real hub: its own process, its own sealed key, its own disk.</summary>
public sealed class WitnessTests(HubFixture hub) : IClassFixture<HubFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rp-witness");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string State => Path.Combine(_folder.FullName, "last");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_edge_cosigns_what_extends_and_refuses_what_was_cut()
    {
        var key = await EnrolAsync("MA.DPH");
        await CheckpointTests.AppendAsync(hub.Services.GetRequiredService<WebDatabase>().Source, 300);
        await hub.Services.GetRequiredService<Checkpoints>().MakeAsync(Ct);
        Assert.Equal(0, (await RunAsync("trust", "--hub", hub.Url, "--out", Path.Combine(_folder.FullName, "trust.json"))).Exit);

        await LookAsync(0);
        Assert.NotNull(key.WitnessedAt((await NewestAsync())!));
        await CheckpointTests.AppendAsync(hub.Services.GetRequiredService<WebDatabase>().Source, 300);
        await hub.Services.GetRequiredService<Checkpoints>().MakeAsync(Ct);
        await LookAsync(0);
        var newest = (await NewestAsync())!;
        Assert.NotNull(key.WitnessedAt(newest));
        Assert.Equal(Checkpoint.Parse(newest), Checkpoint.Parse(SignedNote.Parse(await File.ReadAllTextAsync(State, Ct))), (a, b) => a!.Size == b!.Size && a.Root.AsSpan().SequenceEqual(b.Root));

        // The same log an hour later, as this witness once saw it; what the hub shows now is shorter.
        var signer = hub.Services.GetRequiredService<LogKey>().Signer;
        await File.WriteAllTextAsync(State, signer.Sign(new Checkpoint(signer.Key.Name, Checkpoint.Parse(newest).Size + 100, new byte[32]).Text).ToString(), Ct);
        var refused = await LookAsync(8);
        Assert.Contains("RP8018", refused, StringComparison.Ordinal);
        Assert.Single(_folder.GetFiles("last.shown-*"));
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_or_does_not_know_the_agency_is_said()
    {
        await EnrolAsync("MA.DTA");
        await RunAsync("trust", "--hub", hub.Url, "--out", Path.Combine(_folder.FullName, "trust.json"));
        await CheckpointTests.AppendAsync(hub.Services.GetRequiredService<WebDatabase>().Source, 1);
        await hub.Services.GetRequiredService<Checkpoints>().MakeAsync(Ct);

        Assert.Contains("RP8015", await LookAsync(7, "http://127.0.0.1:9"), StringComparison.Ordinal);
        await hub.Services.GetRequiredService<Agencies>().SuspendAsync(new DataOwnerId("MA.DTA"), Ct);
        Assert.Contains("RP8017", await LookAsync(4), StringComparison.Ordinal);
    }

    private async Task<NoteKey> EnrolAsync(string code)
    {
        using var identity = AgencyIdentity.New(new DataOwnerId(code));
        using var passphrase = new Passphrase("correct horse battery staple"u8);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "pass"), "correct horse battery staple", Ct);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "identity.key"), identity.ToFile(passphrase), Ct);
        var known = Service.Platform.SignIn.PublicIdentity.Parse("test", identity.Public.ToJson().ToJsonString());
        await hub.Services.GetRequiredService<Agencies>().AddAsync(known, code, Ct);
        await MachineClient.RegisterAsync(hub.Services.GetRequiredService<WebDatabase>(), known, Ct);
        return new NoteKey(code, identity.Public.SigningKey);
    }

    private Task<SignedNote?> NewestAsync() => hub.Services.GetRequiredService<Checkpoints>().NewestAsync(Ct);

    private async Task<string> LookAsync(int exit, string? url = null)
    {
        var run = await RunAsync("look", "--hub", url ?? hub.Url, "--identity", Path.Combine(_folder.FullName, "identity.key"), "--passphrase-file", Path.Combine(_folder.FullName, "pass"), "--trust", Path.Combine(_folder.FullName, "trust.json"), "--state", State);
        Assert.True(run.Exit == exit, run.Output);
        return run.Output;
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "passport-agency.dll"), "witness", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output + await error);
    }
}
