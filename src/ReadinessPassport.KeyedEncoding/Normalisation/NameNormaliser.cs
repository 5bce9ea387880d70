using System.Collections.Frozen;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>Personal names by <c>rp-norm/1</c>: hyphens are blanks, Mc, Mac and O join the next word, particles stay in the whole name and leave its parts, suffixes and honorifics leave altogether.</summary>
internal static class NameNormaliser
{
    private static readonly FrozenSet<string> s_particles = new[]
    {
        "da", "das", "de", "del", "della", "der", "des", "di", "do", "dos", "du", "el", "la", "las", "le", "los", "san", "santa", "ten", "ter", "van", "vande", "vander", "von", "vom", "zu", "zum", "zur", "y", "e", "al", "bin", "bint", "ibn", "abu", "af", "av",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_suffixes = new[] { "jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th", "junior", "senior" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_honorifics = new[] { "mr", "mrs", "ms", "miss", "dr", "rev", "md", "phd", "esq" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The normalised name; null when it is a placeholder or empty.</summary>
    public static NormalisedName? Normalise(string? name)
    {
        if (name is null)
            return null;
        var folded = LetterFolding.Fold(name);
        if (Placeholders.IsName(folded))
            return null;
        string? suffix = null;
        var words = new List<string>();
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (s_suffixes.Contains(word) && words.Count > 0)
                suffix = word switch { "junior" => "jr", "senior" => "sr", "2nd" => "ii", "3rd" => "iii", "4th" => "iv", _ => word };
            else if (words is [.., "mc" or "mac" or "o"])
                words[^1] += word;
            else
                words.Add(word);
        }
        if (words.Count > 1)
            words.RemoveAll(s_honorifics.Contains);
        if (words.Count == 0)
            return null;
        var whole = string.Join(' ', words);
        if (Placeholders.IsName(whole))
            return null;
        var parts = words.Where(w => !s_particles.Contains(w)).ToList();
        return new(whole, parts.Count > 0 ? parts : words, suffix);
    }
}
