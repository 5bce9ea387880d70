using System.Globalization;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>Everything that is neither a name nor a street, by <c>rp-norm/1</c>.</summary>
internal static class ValueNormaliser
{
    /// <summary>Free text, letters folded; null when nothing is left.</summary>
    public static string? Text(string? text) => text is null ? null : LetterFolding.Fold(text) is { Length: > 0 } folded && folded is not ("unknown" or "none" or "na" or "n a" or "null") ? folded : null;

    /// <summary>A code: letters folded, blanks gone.</summary>
    public static string? Code(string? text) => Text(text)?.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>ZIP5 of an American postal code, else the code without blanks; null for what no place has.</summary>
    public static string? PostalCode(string? text)
    {
        var code = Code(text);
        if (code is { Length: 9 } && code.All(char.IsAsciiDigit))
            code = code[..5];
        return code is null || code.All(c => c is '0') || code is "99999" ? null : code;
    }

    /// <summary>Telephone digits without the country's 1; null for repeated digits.</summary>
    public static string? Telephone(string? text)
    {
        var digits = text is null ? "" : string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length == 11 && digits[0] == '1')
            digits = digits[1..];
        return digits.Length < 7 || Placeholders.IsNumber(digits) ? null : digits;
    }

    /// <summary>An identifier: letters and digits; null for repeated digits and the never-issued 999-99-9999.</summary>
    public static string? Identifier(string? text) => Code(text) is { } code && !Placeholders.IsNumber(code) ? code : null;

    /// <summary>A date as eight digits, or as six or four where day or month are unknown; null for one that does not exist, a placeholder or one in the future.</summary>
    public static string? Date(PartialDate? date, DateOnly today)
    {
        if (date is not { Year: >= 1000 and <= 9999 } d || d.Month is < 1 or > 12 || d.Day is not null && !d.IsWhole)
            return null;
        if ((d.Year, d.Month ?? 1, d.Day ?? 1) is (1900, 1, 1) || new DateOnly(d.Year, d.Month ?? 1, d.Day ?? 1) > today)
            return null;
        return d switch
        {
            { Month: { } month, Day: { } day } => string.Create(CultureInfo.InvariantCulture, $"{d.Year:D4}{month:D2}{day:D2}"),
            { Month: { } month } => string.Create(CultureInfo.InvariantCulture, $"{d.Year:D4}{month:D2}"),
            _ => d.Year.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>m, f or the folded code; null when the source says it does not know.</summary>
    public static string? Sex(string? text) => Code(text) switch
    {
        "m" or "male" or "1" or "boy" => "m",
        "f" or "female" or "2" or "girl" => "f",
        null or "u" or "unknown" or "notselected" or "9" => null,
        var other => other,
    };
}
