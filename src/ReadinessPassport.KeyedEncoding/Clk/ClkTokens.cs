using System.Globalization;
using System.Numerics;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>How prepared values are cut into tokens, in order, duplicates kept.</summary>
internal static class ClkTokens
{
    /// <summary>The tokens.</summary>
    /// <exception cref="Vocabulary.PassportException">RP2402: a numeric comparison of what is no number.</exception>
    public static IReadOnlyList<string> Of(string value, ClkFeature feature, long row) => value.Length == 0 ? [] : feature.Comparison.Kind switch
    {
        ClkComparisonKind.NGram => NGrams(value, feature.Comparison.N, feature.Comparison.Positional),
        ClkComparisonKind.Exact => [value],
        _ => Numeric(value, feature.Comparison) ?? throw ClkErrors.Value(row, feature.Identifier, "not a number"),
    };

    /// <summary>Windows of n code points over the value padded with n − 1 blanks on each side.</summary>
    public static List<string> NGrams(string value, int n, bool positional)
    {
        if (n == 0)
            return [];
        var padded = new string(' ', n - 1) + value + new string(' ', n - 1);
        // Where each code point starts, and where the last ends; characters beyond the BMP take two units and count as one.
        var starts = new List<int>(padded.Length + 1);
        for (var i = 0; i < padded.Length; i += char.IsSurrogatePair(padded, i) ? 2 : 1)
            starts.Add(i);
        starts.Add(padded.Length);
        var tokens = new List<string>(starts.Count);
        for (var i = 0; i + n < starts.Count; i++)
        {
            var window = padded[starts[i]..starts[i + n]];
            tokens.Add(positional ? string.Create(CultureInfo.InvariantCulture, $"{i + 1} {window}") : window);
        }
        return tokens;
    }

    /// <summary>The neighbourhood of a number: 2r + 1 multiples of the distance around it; null when it is none.</summary>
    public static List<string>? Numeric(string value, ClkComparison comparison)
    {
        BigInteger v;
        if (PythonNumber.TryInteger(value, out var whole))
            v = whole * BigInteger.Pow(10, comparison.Precision);
        else if (PythonNumber.TryReal(value, out var real) && double.IsFinite(real * Math.Pow(10, comparison.Precision)))
            v = new(comparison.Precision > 0 ? Math.Round(real * Math.Pow(10, comparison.Precision), MidpointRounding.ToEven) : Math.Truncate(real));
        else
            return null;
        var (w, d) = (v * 2 * comparison.Resolution, comparison.Distance);
        var q = w % d;
        if (q.Sign < 0)
            q += d;
        var centre = q.IsZero ? w : 2 * q < d ? w - q : w + d - q;
        return [.. Enumerable.Range(-comparison.Resolution, 2 * comparison.Resolution + 1).Select(i => (centre + i * d).ToString(CultureInfo.InvariantCulture))];
    }
}
