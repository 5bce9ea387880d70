using System.Text.RegularExpressions;

namespace ReadinessPassport.Policy;

/// <summary>What YAML 1.1 or 1.2 would read as something other than text when it stands without quotes. Such texts must be quoted, so that no reader of any kind misreads them.</summary>
internal static partial class PlainScalars
{
    /// <summary>Whether an unquoted <paramref name="text"/> would be a number, date, boolean or null to some YAML reader.</summary>
    public static bool IsAmbiguous(string text) => text.Length == 0 || Words().IsMatch(text) || Numbers().IsMatch(text) || Dates().IsMatch(text);

    [GeneratedRegex(@"^(~|null|true|false|yes|no|on|off|y|n)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?(e[-+]?[0-9]+)?|\.[0-9][0-9_]*(e[-+]?[0-9]+)?|\.inf|\.nan)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
