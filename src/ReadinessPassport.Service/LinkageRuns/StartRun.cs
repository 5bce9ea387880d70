using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Web;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>Somebody asks for a run. The web role cannot make one: it asks the linkage units, by a job that carries ids.</summary>
internal static class StartRun
{
    public static async Task<Results<Accepted<StartedRun>, ProblemHttpResult>> Handle(RunRequest request, Caller caller, RunProgress progress, IBackgroundJobClient jobs, CancellationToken ct)
    {
        if (request.Agreement is not { Length: > 0 and <= 40 } agreement)
            return HubProblems.Malformed("agreement: expected the id of an agreement, such as MA-2027-004.");
        if (await progress.OpenRunOfAsync(agreement, ct) is { } open)
            return HubProblems.Of(409, RunErrors.AlreadyOpen(agreement, open).Error);
        return TypedResults.Accepted($"/api/runs/{Ask(jobs, agreement, caller.Agency.Code, out var run)}", new StartedRun(run));
    }

    /// <summary>Asks the linkage units for a run; also what <c>passport-hub link</c> does.</summary>
    public static string Ask(IBackgroundJobClient jobs, string agreement, string requestedBy, out string run)
    {
        var id = run = ReferenceCode.New("R");
        jobs.Enqueue<RunConductor>(LinkageRunSlice.Queue, c => c.BeginAsync(id, agreement, requestedBy, CancellationToken.None));
        return id;
    }
}

/// <summary>What to link.</summary>
/// <param name="Agreement">The agreement whose packages are linked.</param>
public sealed record RunRequest(string? Agreement);

/// <summary>A run that was asked for.</summary>
/// <param name="Id">Its reference.</param>
public sealed record StartedRun(string Id);
