using System.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>passport-agency key</c>: identities, projects' keys, and what agencies do with them together.</summary>
internal static class KeyCommands
{
    /// <summary>The command and its subcommands.</summary>
    public static Command Create() => new("key", "Make, share, back up and check keys. Secrets come from files or a terminal, never from arguments.")
    {
        NewKey.Create(),
        KeyFingerprint.Create(),
        ShareKey.Create(),
        AcceptKey.Create(),
        RotateKey.Create(),
        SplitKey.Create(),
        CombineKey.Create(),
        CeremonyCommands.Create(),
    };
}
