namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>What can go wrong with any command, whatever it does. RP10xx.</summary>
public static class CommandErrors
{
    /// <summary>A defect: nobody foresaw this.</summary>
    public static PassportError Unexpected(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new("RP1001", ExitCode.Unexpected, $"unexpected failure ({exception.GetType().Name}); nothing half-written is left behind", "repeat the command with -vv and report its output, which holds no values");
    }

    /// <summary>A flag or argument is wrong.</summary>
    public static PassportError Usage(string message, string? next = null) => new("RP1002", ExitCode.Usage, message, next);

    /// <summary>A file or folder cannot be read or written.</summary>
    public static PassportError Files(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new("RP1003", ExitCode.BadInput, exception.Message, exception is UnauthorizedAccessException ? "check who owns the file and its rights" : "check the path, the space left and that nothing else holds the file");
    }

    /// <summary>The person pressed Ctrl-C or the system asked the program to stop.</summary>
    public static PassportError Interrupted() => new("RP1004", ExitCode.Interrupted, "interrupted; nothing half-written is left behind", "run the same command again to go on");
}
