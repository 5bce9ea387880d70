namespace ReadinessPassport.Tests.Reviewer.Log;

/// <summary>Runs <c>passport-review log …</c> as its own process, as a reviewer does.</summary>
internal static class ReviewerRun
{
    public static async Task<(int Exit, string Out, string Error)> Async(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "passport-review")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend("log"))
            start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
