using System.Globalization;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>How a normalised value is cut into tokens, so that similar values share most of them.</summary>
internal static class Tokens
{
    /// <summary>The tokens of a value of this kind; never empty for a value that is not.</summary>
    public static IEnumerable<string> Of(string value, FieldKind kind) => kind switch
    {
        FieldKind.Date => OfDate(value),
        FieldKind.Code => [value],
        FieldKind.Number => OfNumber(value),
        _ => Bigrams(value),
    };

    /// <summary>Two letters at a time with a blank on either side: ann gives " a", "an", "nn", "n ".</summary>
    public static IEnumerable<string> Bigrams(string text)
    {
        var padded = $" {text} ";
        for (var i = 0; i + 1 < padded.Length; i++)
            yield return padded.Substring(i, 2);
    }

    // Year, month with day, day and month in either order, and each digit with its place: one digit off still shares most.
    // Never a lone day or month: how often 31 and February stand together would give them away.
    // A partial date gives the tokens of what is known.
    private static IEnumerable<string> OfDate(string date)
    {
        yield return "y" + date[..4];
        if (date.Length >= 6)
            yield return "ym" + date[..6];
        if (date.Length == 8)
        {
            var (month, day) = (date[4..6], date[6..]);
            yield return "md" + month + day;
            yield return string.CompareOrdinal(month, day) <= 0 ? "o" + month + day : "o" + day + month;
        }
        for (var i = 2; i < date.Length; i++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{i}:{date[i]}");
    }

    // Neighbours in twentieths of a factor e: numbers within a few per cent share most tokens.
    private static IEnumerable<string> OfNumber(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return [value];
        var place = (long)Math.Round(Math.Sign(number) * Math.Log(1 + Math.Abs(number)) * 20);
        return Enumerable.Range(-3, 7).Select(i => (place + i).ToString(CultureInfo.InvariantCulture));
    }
}
