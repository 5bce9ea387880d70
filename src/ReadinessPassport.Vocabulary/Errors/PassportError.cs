namespace ReadinessPassport.Vocabulary;

/// <summary>
/// Something that went wrong, written for the person who must fix it: where, what was found, what was expected, what to do next.
/// It carries a file, row and column, never a value from a record.
/// </summary>
/// <param name="Code"><c>RP</c> and four digits; each is declared once and has a page in <c>docs/reference/errors</c>.</param>
/// <param name="Exit">The exit code a command ends with.</param>
/// <param name="Message">Where, what was found, what was expected, in one line.</param>
/// <param name="Next">What to do next, if possible a command that can be pasted.</param>
public sealed record PassportError(string Code, ExitCode Exit, string Message, string? Next = null)
{
    /// <summary>The two lines a command prints on standard error.</summary>
    public override string ToString() => Next is null ? $"error {Code}: {Message}" : $"error {Code}: {Message}\n  next: {Next}";
}
