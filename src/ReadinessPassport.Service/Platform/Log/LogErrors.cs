using System.Globalization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>What can go wrong with the log, each code declared here and nowhere else.</summary>
internal static class LogErrors
{
    /// <summary>RP5031: entries before a signed checkpoint were changed or dropped.</summary>
    public static PassportException Rewritten(long size) => new("RP5031", ExitCode.VerificationFailed,
        string.Create(CultureInfo.InvariantCulture, $"The log no longer extends its checkpoint of {size} entries: something before it was changed or dropped."),
        "Stop the hub, keep the database as it is, and tell the agencies: this is an incident. docs/how-to/run-a-hub.md says what to compare.");

    /// <summary>RP5032: a cosignature that does not verify.</summary>
    public static PassportError Cosignature() => new("RP5032", ExitCode.VerificationFailed,
        "The cosignature does not verify under the agency's signing key for a checkpoint of this log.", "Fetch /log/checkpoint again, check its consistency with the last one you cosigned, and cosign its text.");

    /// <summary>RP5033: a proof of something that is not there.</summary>
    public static PassportError NoSuchTree() => new("RP5033", ExitCode.BadInput,
        "The log has no such index or size.", "GET /log/checkpoint names the size; index is below it.");

    /// <summary>RP5034: an export of nothing.</summary>
    public static PassportException NothingToExport() => new("RP5034", ExitCode.BadInput,
        "The log has no checkpoint yet, or no entry lies in the range.", "wait half a minute for the next checkpoint, or widen --from and --to");

    /// <summary>RP5035: an export over another file.</summary>
    public static PassportException Exists(string path) => new("RP5035", ExitCode.BadInput, $"{path} is there already and is left as it is.", "choose another name with --out");
}
