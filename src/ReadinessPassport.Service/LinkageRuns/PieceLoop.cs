using Npgsql;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What a linkage unit does all day: takes a piece, does it, takes the next; one loop per configured worker.</summary>
internal sealed class PieceLoop(PieceQueue queue, RunConductor conductor, RunContexts contexts, IReadOnlyList<ILinkageStep> steps, LinkageUnitOptions options, ILogger<PieceLoop> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)), Task.Run(() => SweepAsync(stoppingToken), stoppingToken)]);

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await queue.DoOneAsync(DoAsync, ct) is not { } done)
                {
                    await Task.Delay(Idle, ct);
                    continue;
                }
                RunLog.PieceDone(log, done.Run, done.Step, done.Piece, done.Remaining);
                if (done.Remaining == 0)
                    conductor.AskForNext(done.Run);
            }
            catch (PieceFailedException e) when (e.InnerException is not NpgsqlException)
            {
                await conductor.FailAsync(e.Run, e.InnerException!, ct);
            }
            catch (Exception e) when (e is NpgsqlException or PieceFailedException)
            {
                RunLog.DatabaseGone(log, e);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return; // the piece rolls back and is somebody else's
            }
#pragma warning disable CA1031 // A worker that dies silently is worse than one that reports and goes on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                RunLog.WorkerTripped(log, e);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task DoAsync(string run, int step, int piece, NpgsqlConnection connection)
    {
        var context = await contexts.ForAsync(run, CancellationToken.None);
        await steps[step].DoAsync(context, piece, connection, CancellationToken.None);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(BetweenSweeps);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                try
                {
                    await conductor.SweepAsync(ct);
                }
                catch (NpgsqlException e)
                {
                    RunLog.DatabaseGone(log, e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the service stops
        }
    }
}
