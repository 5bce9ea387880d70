using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Service.Platform.Web;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>Looks at runs.</summary>
internal static class ViewRuns
{
    private const int Most = 100;

    /// <summary>The newest hundred.</summary>
    public static async Task<Ok<IReadOnlyList<RunView>>> List(RunProgress progress, CancellationToken ct) => TypedResults.Ok(await progress.ListAsync(Most, ct));

    /// <summary>One run with its steps and report.</summary>
    public static async Task<Results<Ok<RunView>, ProblemHttpResult>> One(string run, RunProgress progress, CancellationToken ct) =>
        await progress.FindAsync(run, ct) is { } view ? TypedResults.Ok(view) : HubProblems.NotFound();
}
