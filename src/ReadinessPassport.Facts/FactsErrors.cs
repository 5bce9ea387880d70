using System.Globalization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Facts;

/// <summary>What can be wrong with a facts file, each code declared here and nowhere else. Line and rule, never a value.</summary>
internal static class FactsErrors
{
    private const string Again = "Send the file as passport-agency encode wrote it.";

    /// <summary>RP3101: not a facts file at all.</summary>
    public static PassportException NotAFile(string name, string why, Exception? inner = null) => new("RP3101", ExitCode.BadInput, $"{name}: not a facts file ({why}).", Again, inner);

    /// <summary>RP3102: the manifest.</summary>
    public static PassportException Manifest(string name, string why, Exception? inner = null) => new("RP3102", ExitCode.BadInput, $"{name}: manifest.json cannot be used: {why}.", Again, inner);

    /// <summary>RP3103: the signature.</summary>
    public static PassportException Signature(string name) => new("RP3103", ExitCode.VerificationFailed, $"{name}: the signature is not the agency's.", "Compare the fingerprint with the agency by telephone; the file may have been changed on its way.");

    /// <summary>RP3104: the digest.</summary>
    public static PassportException Digest(string name) => new("RP3104", ExitCode.VerificationFailed, $"{name}: facts.ndjson is not what was signed.", "Send the file again; it was damaged or changed on its way.");

    /// <summary>RP3105: a line breaks a rule.</summary>
    public static PassportException Line(string name, int line, string rule) => new("RP3105", ExitCode.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"{name} line {line}: {rule}."), "docs/formats/facts-file.md has the rules; correct the mapping and encode again.");

    /// <summary>RP3106: the lines are not as many as the manifest says.</summary>
    public static PassportException Count(string name, int expected) => new("RP3106", ExitCode.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"{name}: the file does not have the {expected} lines its manifest names."), Again);
}
