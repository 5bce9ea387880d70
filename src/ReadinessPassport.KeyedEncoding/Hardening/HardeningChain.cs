using System.Globalization;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;

namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary>The hardening steps of a field, in order. What comes out has the field's length.</summary>
internal sealed class HardeningChain
{
    private readonly HardeningStep[] _steps;
    private readonly int[] _lengths; // before the first step, after the first, …

    /// <summary>Makes the steps.</summary>
    /// <param name="field">The field.</param>
    /// <param name="keyOf">A keyed hash for each use; the caller disposes them.</param>
    public HardeningChain(FieldSchema field, Func<string, KeyedHash> keyOf)
    {
        // Backwards: the length after the last step is the field's.
        var lengths = new List<int> { field.Length };
        var steps = new List<HardeningStep>();
        foreach (var text in field.Hardening.Where(s => !s.StartsWith("salt:", StringComparison.Ordinal)).Reverse())
        {
            var (name, n) = text.Split(':') is [var a, var b] ? (a, int.Parse(b, CultureInfo.InvariantCulture)) : (text, 0);
            HardeningStep step = name switch
            {
                "diffuse" => new Diffusion(lengths[^1], n, keyOf("diffusion")),
                "flip" => new BitFlips(n, keyOf("flip")),
                "balance" => new Balancing(lengths[^1], keyOf("balance")),
                "fold" => new Folding(n),
                "rule90" => new Rule90(),
                "window-xor" => new WindowXor(n),
                _ => throw new ArgumentException($"Unknown hardening step {name}."),
            };
            steps.Add(step);
            lengths.Add(step.InputLength(lengths[^1]));
        }
        steps.Reverse();
        lengths.Reverse();
        (_steps, _lengths) = ([.. steps], [.. lengths]);
    }

    /// <summary>Bits of the filter before any step.</summary>
    public int InputLength => _lengths[0];

    /// <summary>Applies all steps.</summary>
    /// <param name="filter">A filter of <see cref="InputLength"/> bits, changed on the way; one without a bit is missing and stays empty.</param>
    /// <param name="output">A filter of the field's length.</param>
    public void Apply(Span<ulong> filter, Span<ulong> output)
    {
        if (_steps.Length == 0 || filter.IndexOfAnyExcept(0UL) < 0)
        {
            filter[..output.Length].CopyTo(output);
            return;
        }
        Span<ulong> from = stackalloc ulong[_lengths.Max() / 64];
        Span<ulong> to = stackalloc ulong[_lengths.Max() / 64];
        filter.CopyTo(from);
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i].Apply(from[..(_lengths[i] / 64)], to[..(_lengths[i + 1] / 64)]);
            var swap = from;
            from = to;
            to = swap;
        }
        from[..output.Length].CopyTo(output);
        // All bits gone by chance must not look like a missing value.
        if (output.IndexOfAnyExcept(0UL) < 0)
            output[0] = 1;
    }
}
