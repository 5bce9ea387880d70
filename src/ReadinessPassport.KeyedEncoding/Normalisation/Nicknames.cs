using System.Collections.Frozen;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>The canonical form of a given name, from a table that ships with <c>rp-norm/1</c>. A second form, never a replacement.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string> s_canonical = Read();

    /// <summary>The canonical form of a folded given name; the name itself where the table knows none.</summary>
    public static string CanonicalOf(string folded) => s_canonical.GetValueOrDefault(folded, folded);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("ReadinessPassport.KeyedEncoding.Normalisation.nicknames.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var names = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var nickname in names.Skip(1))
                table.TryAdd(nickname, names[0]);
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
