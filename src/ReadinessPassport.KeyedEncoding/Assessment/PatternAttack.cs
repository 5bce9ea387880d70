using System.Numerics;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>
/// Pattern mining: bits that are set by one frequent token are set together, so columns of the filter can be told by how often they are one and with which others
/// (Christen et al. 2017, 2018). The attacker describes each column so, matches columns of the file with columns of the list, and names a record whose bits, read through the matched columns, fit one person of the list best.
/// </summary>
internal static class PatternAttack
{
    /// <summary>Attacks.</summary>
    /// <param name="encoded">The filters.</param>
    /// <param name="known">Filters of the attacker's list under another key.</param>
    /// <param name="rows">Records to look at.</param>
    /// <returns>Records claimed with confidence, and those claimed rightly.</returns>
    public static (int Claimed, int Right) Run(FilterColumn encoded, FilterColumn known, int[] rows)
    {
        if (rows.Length < 20)
            return (0, 0);
        var (a, b) = (Columns(encoded, rows), Columns(known, rows));
        var matched = Match(a, b);
        if (matched.Count < 8)
            return (0, 0);
        var (ofA, ofB) = (Project(encoded, rows, [.. matched.Select(m => m.A)]), Project(known, rows, [.. matched.Select(m => m.B)]));
        var (claimed, right) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var (best, second, at) = (int.MaxValue, int.MaxValue, 0);
            for (var j = 0; j < rows.Length; j++)
            {
                var distance = 0;
                for (var w = 0; w < ofA[i].Length; w++)
                    distance += BitOperations.PopCount(ofA[i][w] ^ ofB[j][w]);
                if (distance < best)
                    (second, best, at) = (best, distance, j);
                else if (distance < second && !known[rows[j]].SequenceEqual(known[rows[at]]))
                    second = distance;
            }
            if (best * 2 < second)
            {
                claimed++;
                right += known[rows[at]].SequenceEqual(known[rows[i]]) ? 1 : 0;
            }
        }
        return (claimed, right);
    }

    // A column's shape: its frequency, then its frequencies together with every other column, in falling order.
    private static float[][] Columns(FilterColumn filters, int[] rows)
    {
        var length = filters.Length;
        var bits = new ulong[length][];
        for (var c = 0; c < length; c++)
            bits[c] = new ulong[(rows.Length + 63) / 64];
        for (var r = 0; r < rows.Length; r++)
        {
            var filter = filters[rows[r]];
            for (var c = 0; c < length; c++)
                bits[c][r / 64] |= (filter[c / 64] >> c % 64 & 1) << r % 64;
        }
        var shapes = new float[length][];
        Parallel.For(0, length, new() { MaxDegreeOfParallelism = 2 }, c =>
        {
            var together = new float[length];
            for (var d = 0; d < length; d++)
            {
                var both = 0;
                for (var w = 0; w < bits[c].Length; w++)
                    both += BitOperations.PopCount(bits[c][w] & bits[d][w]);
                together[d] = both / (float)rows.Length;
            }
            Array.Sort(together, (x, y) => y.CompareTo(x));
            shapes[c] = together;
        });
        return shapes;
    }

    private static List<(int A, int B)> Match(float[][] a, float[][] b)
    {
        var (toB, toA) = (a.Select(x => Nearest(x, b)).ToArray(), b.Select(x => Nearest(x, a)).ToArray());
        return [.. Enumerable.Range(0, a.Length).Where(i => toA[toB[i]] == i).Select(i => (i, toB[i]))];
    }

    private static int Nearest(float[] one, float[][] all)
    {
        var (best, at) = (float.MaxValue, 0);
        for (var j = 0; j < all.Length; j++)
        {
            var distance = 0f;
            for (var k = 0; k < one.Length && distance < best; k++)
                distance += Math.Abs(one[k] - all[j][k]);
            if (distance < best)
                (best, at) = (distance, j);
        }
        return at;
    }

    private static ulong[][] Project(FilterColumn filters, int[] rows, int[] columns) => [.. rows.Select(row =>
    {
        var bits = new ulong[(columns.Length + 63) / 64];
        for (var c = 0; c < columns.Length; c++)
            bits[c / 64] |= (filters[row][columns[c] / 64] >> columns[c] % 64 & 1) << c % 64;
        return bits;
    })];
}
