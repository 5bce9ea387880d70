using System.CommandLine;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary><c>passport-review log …</c></summary>
internal static class LogCommands
{
    public static Command Create() => new("log", "Verifies and reads an export of the log, without network, database or clock.")
    {
        VerifyCommand.Create(),
        ShowCommand.Create(),
        SubjectCommand.Create(),
    };
}
