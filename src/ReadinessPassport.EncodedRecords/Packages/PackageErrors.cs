using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>What can be wrong with a cohort package.</summary>
internal static class PackageErrors
{
    private const string Again = "Let the agency write it again: passport-agency encode";

    public static PassportException NotAPackage(string name, string why, Exception? inner = null) => new("RP3001", ExitCode.BadInput, $"{name}: not a cohort package ({why}).", Again, inner);

    public static PassportException Manifest(string name, string why, Exception? inner = null) => new("RP3002", ExitCode.BadInput, $"{name}: manifest.json cannot be used: {why}.", Again, inner);

    public static PassportException Signature(string name) => new("RP3003", ExitCode.VerificationFailed, $"{name}: the signature is not the agency's.", "Compare the fingerprint with the agency by telephone; the file may have been changed on its way.");

    public static PassportException Digest(string name) => new("RP3004", ExitCode.VerificationFailed, $"{name}: records.arrow is not what was signed.", "Send the file again; it was damaged or changed on its way.");

    public static PassportException Records(string name, string why, Exception? inner = null) => new("RP3005", ExitCode.BadInput, $"{name}: records.arrow does not fit its manifest: {why}.", Again, inner);
}
