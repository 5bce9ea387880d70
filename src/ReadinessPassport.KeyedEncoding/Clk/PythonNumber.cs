using System.Globalization;
using System.Numerics;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>Numbers as Python's <c>int()</c> and <c>float()</c> read them: white space around, underscores between digits, decimal digits of any script.</summary>
internal static class PythonNumber
{
    /// <summary>Reads a base-10 integer.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        return Plain(text) is { Length: > 0 } plain && plain.AsSpan().TrimStart("+-").IndexOfAnyExceptInRange('0', '9') < 0 && plain.Length > (plain[0] is '+' or '-' ? 1 : 0)
            && (plain[0] is not ('+' or '-') || plain.Length == 1 || char.IsAsciiDigit(plain[1]))
            && BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads an IEEE double; infinities and NaN are no numbers here.</summary>
    public static bool TryReal(ReadOnlySpan<char> text, out double value)
    {
        value = default;
        return Plain(text) is { Length: > 0 } plain
            && double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    // ASCII digits, no blanks around, no underscores; empty when underscores stand where Python does not allow them.
    private static string Plain(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (Ascii.IsValid(text) && !text.Contains('_'))
            return text.ToString();
        var plain = new StringBuilder(text.Length);
        Rune? before = null;
        var runes = text.ToString().EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (runes[i].Value == '_')
            {
                if (before is not { } b || !IsDigit(b) || i + 1 == runes.Length || !IsDigit(runes[i + 1]))
                    return "";
            }
            else if (Rune.GetUnicodeCategory(runes[i]) == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)Rune.GetNumericValue(runes[i])));
            }
            else
            {
                plain.Append(runes[i].ToString());
            }
            before = runes[i];
        }
        return plain.ToString();
    }

    private static bool IsDigit(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}
