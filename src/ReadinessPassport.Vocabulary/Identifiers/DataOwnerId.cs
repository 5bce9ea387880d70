using System.Text.RegularExpressions;

namespace ReadinessPassport.Vocabulary;

/// <summary>An agency by its code, such as <c>MA.DESE</c>: the data owner whose records they are and who may withdraw them.</summary>
public sealed partial record DataOwnerId
{
    /// <summary>Takes a code of two parts: jurisdiction and agency, capital letters and digits, joined by a full stop.</summary>
    /// <param name="code">Such as <c>MA.DESE</c>; 4 to 24 characters.</param>
    /// <exception cref="ArgumentException">The code does not have that form.</exception>
    public DataOwnerId(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!IsWellFormed(code))
            throw new ArgumentException("An agency code looks like MA.DESE.", nameof(code));
        Code = code;
    }

    /// <summary>The code as written in agreements.</summary>
    public string Code { get; }

    /// <summary>Whether <paramref name="code"/> has the form of an agency code; says nothing of whether such an agency exists.</summary>
    public static bool IsWellFormed(string? code) => code is { Length: >= 4 and <= 24 } && Form().IsMatch(code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    [GeneratedRegex(@"^[A-Z]{2,6}\.[A-Z][A-Z0-9]{1,16}\z")]
    private static partial Regex Form();
}
