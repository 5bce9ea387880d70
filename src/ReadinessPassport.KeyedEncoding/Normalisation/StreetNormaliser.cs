using System.Collections.Frozen;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>Street lines by <c>rp-norm/1</c>: house number and street with standard abbreviations, without the unit. A post office box is no street.</summary>
internal static class StreetNormaliser
{
    private static readonly FrozenDictionary<string, string> s_short = new Dictionary<string, string>
    {
        ["street"] = "st", ["str"] = "st", ["avenue"] = "ave", ["av"] = "ave", ["road"] = "rd", ["drive"] = "dr", ["lane"] = "ln", ["court"] = "ct", ["place"] = "pl", ["boulevard"] = "blvd", ["circle"] = "cir",
        ["terrace"] = "ter", ["parkway"] = "pkwy", ["highway"] = "hwy", ["square"] = "sq", ["way"] = "way", ["crescent"] = "cres", ["close"] = "cl", ["north"] = "n", ["south"] = "s", ["east"] = "e", ["west"] = "w", ["saint"] = "st", ["mount"] = "mt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_units = new[] { "apt", "apartment", "unit", "suite", "ste", "floor", "fl", "room", "rm", "bldg", "no" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The normalised line; null when it is a placeholder, a post office box or empty.</summary>
    public static string? Normalise(string? line)
    {
        if (line is null)
            return null;
        var folded = LetterFolding.Fold(line);
        if (Placeholders.IsStreet(folded))
            return null;
        var words = folded.Split(' ');
        if (words is ["po", "box", ..] or ["p", "o", "box", ..] or ["post", "office", "box", ..])
            return null;
        var count = words.Length - UnitWords(words);
        for (var w = 0; w < count; w++)
            words[w] = s_short.GetValueOrDefault(words[w], words[w]);
        return string.Join(' ', words, 0, count);
    }

    // "apt 4b" at the end, or "apt4b"; but never the "no" of "north" nor the "fl" of "flanders".
    private static int UnitWords(string[] words)
    {
        if (words.Length > 2 && s_units.Contains(words[^2]) && words[^1].Length <= 5)
            return 2;
        var digit = words[^1].AsSpan().IndexOfAnyInRange('0', '9');
        return words.Length > 2 && digit > 0 && s_units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[^1].AsSpan(0, digit)) ? 1 : 0;
    }
}
