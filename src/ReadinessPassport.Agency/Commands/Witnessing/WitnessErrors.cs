using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary>What can go wrong with witnessing, each code declared here and nowhere else.</summary>
internal static class WitnessErrors
{
    /// <summary>RP8012: the witness's own memory cannot be read.</summary>
    public static PassportError Unreadable(string path) => new("RP8012", ExitCode.BadInput,
        $"{path} should hold the last checkpoint this agency cosigned and holds none.",
        "restore it from a backup; only if there is none, and after asking a neighboring agency for its last checkpoint, remove it to start anew");

    /// <summary>RP8013: a note that proves nothing.</summary>
    public static PassportException ProvesNothing(string path, string why) => new("RP8013", ExitCode.BadInput, $"{path}: {why}.", "give two checkpoints of one log, as /log/checkpoint served them or a witness kept them, and the log's key with --trust");

    /// <summary>RP8014: the log showed two histories.</summary>
    public static PassportException Fork(long one, long other) => new("RP8014", ExitCode.VerificationFailed,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The log signed two histories: its checkpoints of {one:#,0} and {other:#,0} entries cannot both be true."),
        "keep both files, they are the proof; stop cosigning and tell the agencies' legal reviewers");
}
