using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>What can go wrong between a caseworker's page and the hub. None of it repeats what was asked.</summary>
internal static class CaseworkerErrors
{
    public static PassportException Unreachable(Exception cause) => new("RP2601", ExitCode.Unreachable, "The hub cannot be reached. You can still search our own files.", "Try again in a minute; if it continues, ask your data steward to run: passport-agency status", cause);

    public static PassportException SignInAgain() => new("RP2602", ExitCode.SignIn, "Your sign-in has expired.", "Sign in again; what you had entered is kept.");

    public static PassportException Unreadable(Exception? cause = null) => new("RP2603", ExitCode.Unexpected, "The hub's answer cannot be read.", "The edge program and the hub may be of different versions: compare passport-agency version and the hub's front page.", cause);

    public static PassportException Unexpected(int status) => new("RP2604", ExitCode.Unexpected, $"The hub answered with status {status}.", "Try again; if it continues, tell the hub's operator the time and this code.");

    public static PassportException NoClients(string source) => new("RP2605", ExitCode.BadInput, $"{source}: no client could be read.", $"passport-agency check {source}");
}
