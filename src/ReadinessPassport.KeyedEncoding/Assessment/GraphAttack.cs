using System.Numerics;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>
/// Graph matching: similarities survive encoding, so people can be found again by whom they resemble and how much (Vidanage et al. 2020; Schäfer, Armknecht and Heng 2024). The attacker encodes the
/// list under a key of their own, describes every record by the distribution of its similarities, takes the surest matches as landmarks, and describes everybody by the distance to the landmarks, again and again.
/// </summary>
internal static class GraphAttack
{
    private const int Bins = 96;
    private const int Rounds = 6;
    private const int MostLandmarks = 384;

    /// <summary>Attacks.</summary>
    /// <param name="encoded">The filters.</param>
    /// <param name="known">Filters of the attacker's list under another key; record i is the same person.</param>
    /// <param name="rows">Records to look at: with a value on both sides.</param>
    /// <returns>Records claimed with confidence, and those claimed rightly.</returns>
    public static (int Claimed, int Right) Run(FilterColumn encoded, FilterColumn known, int[] rows)
    {
        if (rows.Length < 20)
            return (0, 0);
        var (a, b) = (Describe(encoded, rows), Describe(known, rows));
        List<(int A, int B)> matches = Confident(a, b, Bins, keep: Math.Min(rows.Length / 10, 64));
        for (var round = 0; round < Rounds && matches.Count >= 4; round++)
        {
            var landmarks = matches.Take(MostLandmarks).ToList();
            a = Distances(encoded, rows, [.. landmarks.Select(m => m.A)]);
            b = Distances(known, rows, [.. landmarks.Select(m => m.B)]);
            matches = Confident(a, b, landmarks.Count, keep: rows.Length);
        }
        // A name is right when the record found has the very same filter as the right one: people with equal values cannot be told apart by anybody.
        var right = matches.Count(m => known[rows[m.B]].SequenceEqual(known[rows[m.A]]));
        return (matches.Count, right);
    }

    // How many others lie at each similarity, cumulated: the shape of a record's neighbourhood.
    private static float[] Describe(FilterColumn filters, int[] rows)
    {
        var described = new float[rows.Length * Bins];
        Parallel.For(0, rows.Length, new() { MaxDegreeOfParallelism = 2 }, i =>
        {
            var counts = described.AsSpan(i * Bins, Bins);
            for (var j = 0; j < rows.Length; j++)
            {
                if (j != i)
                    counts[(int)(Dice(filters, rows[i], rows[j]) * (Bins - 1))]++;
            }
            for (var bin = Bins - 2; bin >= 0; bin--)
                counts[bin] += counts[bin + 1];
            // Rare high similarities tell more than the bulk of low ones.
            for (var bin = 0; bin < Bins; bin++)
                counts[bin] = MathF.Log(1 + counts[bin]);
        });
        return described;
    }

    private static float[] Distances(FilterColumn filters, int[] rows, int[] landmarks)
    {
        var described = new float[rows.Length * landmarks.Length];
        Parallel.For(0, rows.Length, new() { MaxDegreeOfParallelism = 2 }, i =>
        {
            for (var l = 0; l < landmarks.Length; l++)
                described[i * landmarks.Length + l] = (float)Dice(filters, rows[i], rows[landmarks[l]]);
        });
        return described;
    }

    // Pairs that are each other's nearest, clearly nearer than the next; the surest first.
    private static List<(int A, int B)> Confident(float[] a, float[] b, int width, int keep)
    {
        var n = a.Length / width;
        var (nearestOfA, margin, nearestOfB) = (new int[n], new float[n], new int[n]);
        Parallel.For(0, n, new() { MaxDegreeOfParallelism = 2 }, i =>
        {
            (nearestOfA[i], margin[i]) = Nearest(a.AsSpan(i * width, width), b, width, n);
            (nearestOfB[i], _) = Nearest(b.AsSpan(i * width, width), a, width, n);
        });
        return [.. Enumerable.Range(0, n).Where(i => nearestOfB[nearestOfA[i]] == i && margin[i] > 1.15f).OrderByDescending(i => margin[i]).Take(keep).Select(i => (i, nearestOfA[i]))];
    }

    private static (int Index, float Margin) Nearest(ReadOnlySpan<float> one, float[] all, int width, int n)
    {
        var (best, second, at) = (float.MaxValue, float.MaxValue, 0);
        for (var j = 0; j < n; j++)
        {
            var distance = Distance(one, all.AsSpan(j * width, width));
            if (distance < best)
                (second, best, at) = (best, distance, j);
            else if (distance < second)
                second = distance;
        }
        return (at, second / Math.Max(best, 1e-6f));
    }

    private static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sum, i) = (Vector<float>.Zero, 0);
        for (; i + Vector<float>.Count <= a.Length; i += Vector<float>.Count)
        {
            var d = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
            sum += d * d;
        }
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += (a[i] - b[i]) * (a[i] - b[i]);
        return MathF.Sqrt(total);
    }

    private static double Dice(FilterColumn filters, int x, int y)
    {
        var a = filters[x];
        var b = filters[y];
        var both = 0;
        for (var w = 0; w < a.Length; w++)
            both += BitOperations.PopCount(a[w] & b[w]);
        return 2.0 * both / (filters.Ones[x] + filters.Ones[y]);
    }
}
