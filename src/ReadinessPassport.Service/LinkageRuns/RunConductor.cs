using Hangfire;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>
/// Moves a run from step to step. Its methods are Hangfire jobs of the queue <c>linkage</c>: arguments are ids, and each may run twice,
/// because every change asks first whether it has been made.
/// </summary>
internal sealed class RunConductor(RunStore runs, IReadOnlyList<ILinkageStep> steps, RunContexts contexts, IBackgroundJobClient jobs, ILogger<RunConductor> log)
{
    /// <summary>Fixes what the run links and plans its first step.</summary>
    [Queue(LinkageRunSlice.Queue)]
    public async Task BeginAsync(string run, string agreement, string requestedBy, CancellationToken ct)
    {
        if (!await runs.BeginAsync(run, agreement, requestedBy, [.. steps.Select(s => s.Name)], ct))
            return;
        RunLog.Started(log, run, agreement);
        await PlanAsync(run, 0, ct);
    }

    /// <summary>Plans the first step that is not planned yet, when all before it are done.</summary>
    [Queue(LinkageRunSlice.Queue)]
    public async Task AdvanceAsync(string run, CancellationToken ct)
    {
        if (await runs.NextToPlanAsync(run, ct) is { } next)
            await PlanAsync(run, next, ct);
    }

    /// <summary>Asks for the next step of every run that stands still: for the process that died between its last piece and the asking.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var run in await runs.StandingStillAsync(ct))
            await AdvanceAsync(run, ct);
    }

    private async Task PlanAsync(string run, int ordinal, CancellationToken ct)
    {
        for (; ordinal < steps.Count; ordinal++)
        {
            try
            {
                var context = await contexts.ForAsync(run, ct);
                var pieces = await steps[ordinal].PlanAsync(context, ct);
                if (!await runs.PlanAsync(run, ordinal, pieces, ct))
                    return; // somebody else has planned it and goes on from there
                if (pieces > 0)
                    return;
            }
            catch (Exception e) when (e is Vocabulary.PassportException or InvalidDataException or ArgumentException)
            {
                await FailAsync(run, e, ct);
                return;
            }
        }
        await runs.EndAsync(run, ct);
        contexts.Forget(run);
        RunLog.Ended(log, run);
    }

    /// <summary>Marks the run failed, with a reason that a person can act on and that names no record.</summary>
    public async Task FailAsync(string run, Exception cause, CancellationToken ct)
    {
        var reason = cause is Vocabulary.PassportException known ? known.Error.ToString() : $"{cause.GetType().Name} in the linkage unit; its log has the details.";
        await runs.FailAsync(run, reason, ct);
        contexts.Forget(run);
        RunLog.Failed(log, run, cause);
    }

    /// <summary>Called by whoever finished the last piece of a step.</summary>
    public void AskForNext(string run) => jobs.Enqueue<RunConductor>(c => c.AdvanceAsync(run, CancellationToken.None));
}
