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

    /// <summary>RP8015: the hub does not answer.</summary>
    public static PassportException Unreachable(string hub) => new("RP8015", ExitCode.Unreachable, $"{hub} does not answer.", "check the address and the network; nothing was cosigned, trying again is safe");

    /// <summary>RP8016: the hub answers something else.</summary>
    public static PassportException Unexpected(string hub, string found) => new("RP8016", ExitCode.Unreachable, $"{hub} answered with {found} where a log answers.", "check that it is the hub's address; nothing is lost, trying again is safe");

    /// <summary>RP8017: not signed in.</summary>
    public static PassportException SignIn(string hub, string agency) => new("RP8017", ExitCode.SignIn, $"{hub} does not take {agency}'s key.", "the hub's operator registers the agency with `passport-hub agency add` and its identity.pub.json; compare the fingerprints by telephone");

    /// <summary>RP8018: the witness refuses.</summary>
    public static PassportException Refused(string words, string evidence) => new("RP8018", ExitCode.VerificationFailed, $"Not cosigned: {words}.", $"keep {evidence}; tell the agency's data steward and the other agencies before anything else is sent");

    /// <summary>RP8019: not an address.</summary>
    public static PassportException NoAddress(string hub) => new("RP8019", ExitCode.Usage, $"{hub} is not an http or https address.", "--hub https://hub.example");
}
