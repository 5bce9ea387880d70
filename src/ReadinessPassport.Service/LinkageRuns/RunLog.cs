namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What linkage runs write to the program's log: ids and counts.</summary>
internal static partial class RunLog
{
    [LoggerMessage(5301, LogLevel.Information, "Run {Run} of agreement {Agreement} started.")]
    public static partial void Started(ILogger log, string run, string agreement);

    [LoggerMessage(5302, LogLevel.Information, "Run {Run} ended.")]
    public static partial void Ended(ILogger log, string run);

    [LoggerMessage(5303, LogLevel.Error, "Run {Run} failed.")]
    public static partial void Failed(ILogger log, string run, Exception cause);

    [LoggerMessage(5304, LogLevel.Debug, "Run {Run}: piece {Piece} of step {Step} done, {Remaining} left.")]
    public static partial void PieceDone(ILogger log, string run, int step, int piece, int remaining);

    [LoggerMessage(5305, LogLevel.Warning, "The database cannot be reached; trying again.")]
    public static partial void DatabaseGone(ILogger log, Exception cause);

    [LoggerMessage(5306, LogLevel.Error, "A worker of the linkage unit met something unforeseen; it goes on.")]
    public static partial void WorkerTripped(ILogger log, Exception cause);
}
