namespace ReadinessPassport.Vocabulary;

/// <summary>Carries a <see cref="PassportError"/> to the one place in each program that prints it and chooses the exit code.</summary>
public sealed class PassportException : Exception
{
    /// <summary>Wraps an error that the person at the keyboard can do something about.</summary>
    public PassportException(PassportError error, Exception? inner = null) : base(error?.ToString(), inner) =>
        Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>Wraps an error given by its parts.</summary>
    public PassportException(string code, ExitCode exit, string message, string? next = null, Exception? inner = null)
        : this(new PassportError(code, exit, message, next), inner)
    {
    }

    /// <summary>What went wrong and what to do next.</summary>
    public PassportError Error { get; }
}
