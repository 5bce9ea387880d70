using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>What can go wrong with keys, each code declared here and nowhere else. No message holds a byte of a secret.</summary>
public static class KeyErrors
{
    /// <summary>RP2301: not a key file.</summary>
    public static PassportException NotAKeyFile(string name, string why, Exception? inner = null) => new("RP2301", ExitCode.BadInput, $"{name}: not a key file of this program ({why}).", "Name the file that passport-agency key wrote.", inner);

    /// <summary>RP2302: wrong passphrase.</summary>
    public static PassportException WrongPassphrase(string name) => new("RP2302", ExitCode.BadInput, $"{name}: the file is whole, but this passphrase does not open it.", "Try the passphrase with which the file was made; nobody can open it without.");

    /// <summary>RP2303: damaged.</summary>
    public static PassportException Damaged(string name) => new("RP2303", ExitCode.VerificationFailed, $"{name}: the file was damaged or changed after it was written.", "Restore it from your backup, or combine the shares: passport-agency key combine");

    /// <summary>RP2304: no passphrase.</summary>
    public static PassportException NoPassphrase(string why) => new("RP2304", ExitCode.Usage, why, "Give --passphrase-file FILE (or - for standard input), or run it in a terminal.");

    /// <summary>RP2305: another kind of key file.</summary>
    public static PassportException OtherKind(string name, string found, string expected) => new("RP2305", ExitCode.BadInput, $"{name}: this is a key file of kind {found}; expected {expected}.", $"Name the {expected} file.");

    /// <summary>RP2306: not a public identity.</summary>
    public static PassportException NotAnIdentity(string name, string why, Exception? inner = null) => new("RP2306", ExitCode.BadInput, $"{name}: not a public identity ({why}).", "Ask the agency for its identity.pub.json again, and compare the six words by telephone.", inner);

    /// <summary>RP2307: a sealed box that is not for us or was changed.</summary>
    public static PassportException NotForUs(string name, Exception? inner = null) => new("RP2307", ExitCode.VerificationFailed, $"{name}: it was sealed for another identity, or changed on its way.", "Ask the sender to share it again with your present identity.pub.json.", inner);

    /// <summary>RP2308: a message of a ceremony is wrong.</summary>
    public static PassportException Ceremony(string agency, string what) => new("RP2308", ExitCode.VerificationFailed, $"key ceremony: {agency}: {what}.", "Stop, tell the other agencies by telephone, and start a new ceremony.");

    /// <summary>RP2309: messages of a ceremony are missing.</summary>
    public static PassportException CeremonyWaits(string step, string agencies) => new("RP2309", ExitCode.BadInput, $"key ceremony: the {step} of {agencies} is not here yet.", "Wait for it and run the same command again.");

    /// <summary>RP2310: shares that do not make a secret.</summary>
    public static PassportException Shares(string why, Exception? inner = null) => new("RP2310", ExitCode.BadInput, $"the shares do not make the key: {why}.", "Bring together as many shares of one key as its threshold says.", inner);

    /// <summary>RP2311: a file that is there already.</summary>
    public static PassportException Exists(string name) => new("RP2311", ExitCode.BadInput, $"{name}: there is a file of that name already; a key is never overwritten.", "Choose another name, or put the old file away.");

    /// <summary>RP2312: a name that keys cannot have.</summary>
    public static PassportException BadName(string what, string form) => new("RP2312", ExitCode.Usage, $"{what} does not have the form {form}.", "passport-agency key new --help");
}
