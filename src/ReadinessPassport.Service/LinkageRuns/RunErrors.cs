using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What can go wrong with a run, written for the operator.</summary>
internal static class RunErrors
{
    public static PassportException AlreadyOpen(string agreement, string run) => new("RP5301", ExitCode.Refused, $"Agreement {agreement} has an open run, {run}.", $"passport-hub run show {run}");

    public static PassportException NothingToLink(string agreement) => new("RP5302", ExitCode.BadInput, $"No package was accepted under agreement {agreement}.", "Let the agencies send their packages first: passport-agency send");

    public static PassportException Unreadable(string upload, Exception cause) => new("RP5303", ExitCode.VerificationFailed, $"The package of upload {upload} cannot be opened again.", "Ask the agency to send it once more; tell the maintainers if it happens twice.", cause);

    public static PassportException Failed(string run, string? reason) => new("RP5304", ExitCode.Unexpected, $"Run {run} failed: {reason ?? "no reason was recorded"}", "The linkage unit's log has the details; passport-hub link starts another run.");

    public static PassportException NoUnit(string run) => new("RP5305", ExitCode.Unreachable, $"Run {run} was asked for, and no linkage unit has taken it up yet.", "passport-hub serve --role linkage-unit");

    public static PassportException SchemasDiffer(string agreement) => new("RP5306", ExitCode.BadInput, $"The packages of agreement {agreement} were encoded with different schemas.", "Let every agency encode with the schema that the agreement names.");
}
