namespace ReadinessPassport.Vocabulary;

/// <summary>How a command ended, the same in every program. A code that is not listed counts as failure.</summary>
public enum ExitCode
{
    /// <summary>Done; nothing to report.</summary>
    Done = 0,
    /// <summary>Failed in a way nobody foresaw: a defect.</summary>
    Unexpected = 1,
    /// <summary>A flag or argument is wrong.</summary>
    Usage = 2,
    /// <summary>Finished, and found something that somebody should look at.</summary>
    Findings = 3,
    /// <summary>Sign-in is needed or has expired.</summary>
    SignIn = 4,
    /// <summary>Refused by policy, agreement or limit.</summary>
    Refused = 5,
    /// <summary>The input is not acceptable.</summary>
    BadInput = 6,
    /// <summary>The hub or the source cannot be reached; safe to try again.</summary>
    Unreachable = 7,
    /// <summary>A signature, digest or proof does not verify.</summary>
    VerificationFailed = 8,
    /// <summary>Interrupted; can be resumed.</summary>
    Interrupted = 130,
}
