using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>Street lines by <c>rp-norm/1</c>: house number and street with standard abbreviations, without the unit. A post office box is no street.</summary>
internal static partial class StreetNormaliser
{
    private static readonly FrozenDictionary<string, string> s_short = new Dictionary<string, string>
    {
        ["street"] = "st", ["str"] = "st", ["avenue"] = "ave", ["av"] = "ave", ["road"] = "rd", ["drive"] = "dr", ["lane"] = "ln", ["court"] = "ct", ["place"] = "pl", ["boulevard"] = "blvd", ["circle"] = "cir",
        ["terrace"] = "ter", ["parkway"] = "pkwy", ["highway"] = "hwy", ["square"] = "sq", ["way"] = "way", ["crescent"] = "cres", ["close"] = "cl", ["north"] = "n", ["south"] = "s", ["east"] = "e", ["west"] = "w", ["saint"] = "st", ["mount"] = "mt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The normalised line; null when it is a placeholder, a post office box or empty.</summary>
    public static string? Normalise(string? line)
    {
        if (line is null)
            return null;
        var folded = LetterFolding.Fold(line);
        if (Placeholders.IsStreet(folded) || Box().IsMatch(folded))
            return null;
        var street = Unit().Replace(folded, "").Trim();
        var words = street.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => s_short.GetValueOrDefault(w, w));
        return string.Join(' ', words) is { Length: > 0 } normal ? normal : null;
    }

    [GeneratedRegex(@"^(p ?o|post office) box\b")]
    private static partial Regex Box();

    [GeneratedRegex(@" (apt|apartment|unit|suite|ste|floor|fl|room|rm|bldg|no) ?\w+$")]
    private static partial Regex Unit();
}
