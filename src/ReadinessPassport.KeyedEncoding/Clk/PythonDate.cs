using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>Dates by a <c>strptime</c> pattern, read as Python reads them, written as <c>%Y%m%d</c> on Linux: years below 1000 without leading zeros.</summary>
internal sealed class PythonDate
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] s_longMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private readonly Regex _pattern;

    private PythonDate(Regex pattern) => _pattern = pattern;

    /// <summary>Reads a pattern; null when it has a directive that is no part of a date.</summary>
    public static PythonDate? Parse(string format)
    {
        var pattern = new StringBuilder(@"\G");
        for (var i = 0; i < format.Length; i++)
        {
            if (char.IsWhiteSpace(format[i]))
            {
                while (i + 1 < format.Length && char.IsWhiteSpace(format[i + 1]))
                    i++;
                pattern.Append(@"\s+");
            }
            else if (format[i] != '%')
            {
                pattern.Append(Regex.Escape(format[i].ToString()));
            }
            else if (++i == format.Length || Directive(format[i]) is not { } directive)
            {
                return null;
            }
            else
            {
                pattern.Append(directive);
            }
        }
        try
        {
            return new(new Regex(pattern.ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        }
        catch (ArgumentException)
        {
            return null; // the same directive twice, which strptime refuses too
        }
    }

    /// <summary>The date in canonical form; null when the text is none.</summary>
    public string? Canonical(string text)
    {
        var match = _pattern.Match(text);
        if (!match.Success || match.Length != text.Length)
            return null;
        var (year, month, day) = (1900, 1, 1);
        if (Number(match, "Y") is { } y)
            year = y;
        else if (Number(match, "y") is { } two)
            year = two <= 68 ? 2000 + two : 1900 + two;
        if (Number(match, "m") is { } m)
            month = m;
        else if (match.Groups["b"] is { Success: true } b)
            month = 1 + Array.IndexOf(s_months, b.Value.ToLowerInvariant());
        else if (match.Groups["B"] is { Success: true } longName)
            month = 1 + Array.IndexOf(s_longMonths, longName.Value.ToLowerInvariant());
        if (Number(match, "d") is { } d)
            day = d;
        if (year < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (Number(match, "j") is { } ofYear && !match.Groups["m"].Success && !match.Groups["d"].Success)
        {
            if (ofYear > (DateTime.IsLeapYear(year) ? 366 : 365))
                return null;
            var date = new DateOnly(year, 1, 1).AddDays(ofYear - 1);
            (month, day) = (date.Month, date.Day);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{year}{month:D2}{day:D2}");
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found && PythonNumber.TryInteger(found.ValueSpan, out var value) ? (int)value : null;

    // As CPython's _strptime has them; in .NET, too, \d takes digits of every script.
    private static string? Directive(char directive) => directive switch
    {
        'Y' => @"(?<Y>\d\d\d\d)",
        'y' => @"(?<y>\d\d)",
        'm' => "(?<m>1[0-2]|0[1-9]|[1-9])",
        'd' => @"(?<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
        'j' => @"(?<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
        'H' => @"(?<H>2[0-3]|[0-1]\d|\d)",
        'I' => "(?<I>1[0-2]|0[1-9]|[1-9])",
        'M' => @"(?<M>[0-5]\d|\d)",
        'S' => @"(?<S>6[0-1]|[0-5]\d|\d)",
        'f' => "(?<f>[0-9]{1,6})",
        'p' => "(?<p>am|pm)",
        'b' or 'h' => $"(?<b>{string.Join('|', s_months)})",
        'B' => $"(?<B>{string.Join('|', s_longMonths.OrderByDescending(m => m.Length))})",
        'a' => "(?<a>mon|tue|wed|thu|fri|sat|sun)",
        'A' => "(?<A>wednesday|thursday|saturday|tuesday|monday|friday|sunday)",
        '%' => "%",
        _ => null,
    };
}
