using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>What can go wrong with a policy command beyond what is wrong with a policy file. RP604x.</summary>
internal static class PolicyErrors
{
    public static PassportException NoFolder(string path) => new("RP6040", ExitCode.BadInput, $"{path} does not lie in a policy folder; expected a folder with vocab/system.yml at or above it", "give the path of a policies folder, or of a file inside one");

    public static PassportException DoesNotLoad(string path, IReadOnlyList<TextProblem> problems) => new(
        problems.Count > 0 ? problems[0].Code : "RP6041",
        ExitCode.BadInput,
        problems.Count > 0 ? $"{problems[0].Path}:{problems[0].Line}:{problems[0].Column}: {problems[0].Found}; expected {problems[0].Expected}{(problems.Count > 1 ? $" ({problems.Count - 1} more)" : "")}" : $"{path} holds no agreement that loads",
        "passport-review policy check " + path);

    public static PassportException NoAgreement(string path) => new("RP6041", ExitCode.BadInput, $"{path} is no agreement of its folder", "give the path of a file under agreements/");

    public static PassportException CannotSign(string why, string? agency) => new(PolicyCodes.SigningKeyWrong, ExitCode.VerificationFailed, why, agency is null ? "compare the digests of passport-review policy print for each copy" : $"passport-review policy key new --as {agency} …, and add its entry to vocab/signing-keys.yml");

    public static PassportException NotSigned() => new("RP6042", ExitCode.Refused, "what was typed is not the agency's code; nothing was signed", "repeat the command and type the code exactly");

    public static PassportException BadKey(string why) => new("RP6043", ExitCode.BadInput, why, "passport-review policy key new --as AGENCY --name NAME --title TITLE --out FILE");

    public static PassportException NoDecision(string id) => new("RP6044", ExitCode.BadInput, $"the bundle holds no decision {id}, or its payload was withheld or destroyed", "export a bundle that holds it: passport-hub log export --decision " + id);

    public static PassportException BadBundle(string path) => new("RP6045", ExitCode.BadInput, $"{path} is no log bundle that can be read", "passport-review log verify " + path);
}
