namespace ReadinessPassport.Policy;

/// <summary>The known word somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known word with the fewest edits from <paramref name="word"/>; null when none is near (more than a third of the letters, or more than 3).</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > 64)
            return null;
        var limit = Math.Min(3, 1 + (word.Length / 3));
        return known.Select(k => (Word: k, Edits: Edits(word, k))).Where(k => k.Edits <= limit).OrderBy(k => k.Edits).ThenBy(k => k.Word, StringComparer.Ordinal).Select(k => k.Word).FirstOrDefault();
    }

    /// <summary>What was expected, in words: the nearest known one, or the whole list when it is short.</summary>
    public static string Expected(string word, IReadOnlyCollection<string> known, string kind) =>
        To(word, known) is { } near ? $"a known {kind}, such as '{near}'"
        : known.Count is > 0 and <= 8 ? $"one of {string.Join(", ", known)}"
        : $"a known {kind}";

    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
