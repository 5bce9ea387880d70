using ReadinessPassport.KeyedEncoding.Filters;

namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary>
/// <c>flip:n</c>: every bit is turned over with probability n / 1000 (randomised response; BLIP: Alaggan, Gambs and Kermarrec 2012 — their f is twice this probability).
/// Which bits follows from the secret and the filter itself, so the same record gives the same bytes again and nobody can average the noise away.
/// </summary>
/// <remarks>
/// Gain: 2 % after diffusion turns solvable equations into learning parity with noise. Alone, 20 % (10,000 people) left 0.04 % named, but 29 % with 50 known pairs.
/// Cost: 2 % on a record filter lowers the Dice of two copies of similar records by about .04; equal records stay equal. 20 % alone cost .003 to .01 of F1 on field filters.
/// </remarks>
internal sealed class BitFlips : HardeningStep
{
    private readonly KeyedHash _hash;
    private readonly uint[] _gaps; // 2³² · P(the gap is longer than g), falling
    private readonly uint[] _random = new uint[64];

    /// <summary>Takes the probability.</summary>
    /// <param name="thousandths">1 to 499.</param>
    /// <param name="hash">Keyed with the flip subkey.</param>
    public BitFlips(int thousandths, KeyedHash hash)
    {
        _hash = hash;
        // In whole numbers: a logarithm may round otherwise on another machine, and the bits must be the same.
        var gaps = new List<uint>();
        for (var longer = (1UL << 50) / 1000 * (ulong)(1000 - thousandths); longer >> 18 > 0; longer = longer / 1000 * (ulong)(1000 - thousandths))
            gaps.Add((uint)(longer >> 18));
        _gaps = [.. gaps];
    }

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<ulong> input, Span<ulong> output)
    {
        input.CopyTo(output);
        // From one flip to the next the gap is geometric, so that a word is drawn per flip and not per bit.
        Span<ulong> seed = stackalloc ulong[input.Length + 1];
        input.CopyTo(seed[1..]);
        var next = _random.Length;
        for (long bit = -1, drawn = 0; ;)
        {
            if (next == _random.Length)
            {
                seed[0] = (ulong)drawn++;
                _hash.Stream(seed, _random);
                next = 0;
            }
            bit += 1 + GapOf(_random[next++]);
            if (bit >= output.Length * 64L)
                return;
            output[(int)(bit / 64)] ^= 1UL << (int)(bit % 64);
        }
    }

    // How many thresholds are above the draw: they fall, so by halving.
    private int GapOf(uint draw)
    {
        var (low, high) = (0, _gaps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_gaps[middle] > draw)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
