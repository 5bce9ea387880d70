using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPassport.Service.LinkageRuns;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.LinkageRuns;

/// <summary>The machinery that shares a run's pieces, with steps that only write what they were asked to do.</summary>
public class PieceTests(PieceTests.HubWithCountingSteps hub) : IClassFixture<PieceTests.HubWithCountingSteps>
{
    [Fact]
    public async Task Every_piece_of_every_step_is_done_once_and_in_the_order_of_the_steps()
    {
        var ct = TestContext.Current.CancellationToken;
        var run = await BeginAsync("MA-2031-001", ct);

        await EndedAsync(run, ct);

        Assert.Equal(["count 0", "count 1", "count 2", "count 3", "sum 0"], CountingStep.Done.Where(d => d.Run == run).Select(d => $"{d.Step} {d.Piece}").Order(StringComparer.Ordinal));
        Assert.Equal("0123", CountingStep.Sums[run]);
    }

    [Fact]
    public async Task A_run_that_stands_still_goes_on_when_somebody_sweeps()
    {
        var ct = TestContext.Current.CancellationToken;
        var runs = hub.Services.GetRequiredService<RunStore>();

        Assert.True(await runs.BeginAsync("R-STILL", "MA-2031-002", "test", ["count", "nothing", "sum"], ct)); // begun, and nobody asked for its first step

        await EndedAsync("R-STILL", ct);
        Assert.Equal("0123", CountingStep.Sums["R-STILL"]);
    }

    [Fact]
    public async Task A_second_run_of_one_agreement_is_not_begun()
    {
        var ct = TestContext.Current.CancellationToken;
        var runs = hub.Services.GetRequiredService<RunStore>();
        await using (var hold = hub.Services.GetRequiredService<LinkageDatabase>().Source.CreateCommand("insert into linkage.run (id, agreement, requested_by, state) values ('R-OPEN', 'MA-2031-003', 'test', 'paused')"))
            await hold.ExecuteNonQueryAsync(ct);

        Assert.False(await runs.BeginAsync("R-SECOND", "MA-2031-003", "test", ["count"], ct));
    }

    [Fact]
    public async Task A_step_is_planned_once_however_often_it_is_asked_for()
    {
        var ct = TestContext.Current.CancellationToken;
        var run = await BeginAsync("MA-2031-004", ct);
        await EndedAsync(run, ct);
        var conductor = hub.Services.GetRequiredService<RunConductor>();

        await conductor.AdvanceAsync(run, ct);
        await conductor.BeginAsync(run, "MA-2031-004", "test", ct);

        Assert.Equal(5, CountingStep.Done.Count(d => d.Run == run));
    }

    [Fact]
    public async Task A_piece_that_fails_ends_the_run_with_a_reason_and_leaves_no_mark()
    {
        var ct = TestContext.Current.CancellationToken;
        var run = await BeginAsync("MA-2031-666", ct);

        var (state, failure) = await EndedAsync(run, ct);

        Assert.Equal("failed", state);
        Assert.Contains("InvalidOperationException", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    private async Task<string> BeginAsync(string agreement, CancellationToken ct)
    {
        var run = "R-" + Guid.NewGuid().ToString("N")[..8];
        await hub.Services.GetRequiredService<RunConductor>().BeginAsync(run, agreement, "test", ct);
        return run;
    }

    private async Task<(string State, string? Failure)> EndedAsync(string run, CancellationToken ct)
    {
        for (var i = 0; i < 150; i++)
        {
            await using var command = hub.Services.GetRequiredService<LinkageDatabase>().Source.CreateCommand("select state, failure from linkage.run where id = $1");
            command.Parameters.Add(new() { Value = run });
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct) && row.GetString(0) is var state and not "running")
                return (state, await row.IsDBNullAsync(1, ct) ? null : row.GetString(1));
            await Task.Delay(100, ct);
        }
        await using var look = hub.Services.GetRequiredService<LinkageDatabase>().Source.CreateCommand("select string_agg(name || ' ' || coalesce(pieces::text, '-') || ' ' || coalesce(remaining::text, '-'), '; ' order by ordinal) from linkage.step where run = $1");
        look.Parameters.Add(new() { Value = run });
        throw new TimeoutException($"Run {run} did not end: {await look.ExecuteScalarAsync(ct)}\n" + string.Join("\n", hub.Log.Lines.TakeLast(12)));
    }

    public sealed class HubWithCountingSteps(TestCluster cluster) : HubFixture(cluster)
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Services.AddSingleton<IReadOnlyList<ILinkageStep>>(_ => [new CountingStep("count", 4), new CountingStep("nothing", 0), new CountingStep("sum", 1)]);
    }

    internal sealed class CountingStep(string name, int pieces) : ILinkageStep
    {
        public static ConcurrentQueue<(string Run, string Step, int Piece)> Done { get; } = new();

        public static ConcurrentDictionary<string, string> Sums { get; } = new();

        public string Name => name;

        public Task<int> PlanAsync(LinkageRunContext run, CancellationToken ct) => Task.FromResult(pieces);

        public async Task DoAsync(LinkageRunContext run, int piece, NpgsqlConnection connection, CancellationToken ct)
        {
            await using (var agreement = new NpgsqlCommand("select agreement from linkage.run where id = $1", connection) { Parameters = { new() { Value = run.Run } } })
            {
                if ((string)(await agreement.ExecuteScalarAsync(ct))! == "MA-2031-666")
                    throw new InvalidOperationException("secret");
            }
            if (name == "count")
            {
                await PieceOutput.WriteAsync(connection, run.Run, 0, piece, Encoding.ASCII.GetBytes($"{piece}"), ct);
            }
            else
            {
                var all = new StringBuilder();
                await foreach (var one in PieceOutput.ReadAllAsync(run.Source, run.Run, 0, ct))
                    all.Append(Encoding.ASCII.GetString(one));
                Sums[run.Run] = all.ToString();
            }
            Done.Enqueue((run.Run, name, piece));
        }
    }
}
