using System.Runtime.InteropServices;

namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>
/// Frequency alignment: the attacker counts equal encodings and equal values in the list, puts both in the order of their frequency, and names what stands at the
/// same place where the frequency is the only one of its kind. Needs no key (Vatsalan, Christen and others; Niedermeyer et al. 2014).
/// </summary>
internal static class FrequencyAttack
{
    /// <summary>Attacks.</summary>
    /// <param name="encoded">What is equal when values are; 0 where missing.</param>
    /// <param name="known">The same of the attacker's list, under any key; record i is the same person.</param>
    /// <returns>Records claimed, and those claimed rightly: the value at their place in the list is theirs.</returns>
    public static (int Claimed, int Right) Run(ulong[] encoded, ulong[] known)
    {
        var (a, b) = (ByFrequency(encoded), ByFrequency(known));
        var (claimed, right) = (0, 0);
        // From the most frequent down, as long as frequencies agree and no two values share one.
        for (var i = 0; i < a.Count && i < b.Count; i++)
        {
            if (a[i].Rows.Count != b[i].Rows.Count || !Alone(a, i) || !Alone(b, i))
                continue;
            claimed += a[i].Rows.Count;
            right += a[i].Rows.Intersect(b[i].Rows).Count();
        }
        return (claimed, right);
    }

    private static bool Alone(List<(ulong Value, List<int> Rows)> all, int i) =>
        (i == 0 || all[i - 1].Rows.Count != all[i].Rows.Count) && (i + 1 == all.Count || all[i + 1].Rows.Count != all[i].Rows.Count);

    private static List<(ulong Value, List<int> Rows)> ByFrequency(ulong[] values)
    {
        var rows = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                (CollectionsMarshal.GetValueRefOrAddDefault(rows, values[i], out _) ??= []).Add(i);
        }
        return [.. rows.Select(r => (r.Key, r.Value)).OrderByDescending(r => r.Value.Count)];
    }
}
