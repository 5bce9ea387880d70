using ReadinessPassport.KeyedEncoding.Filters;

namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary><c>balance</c>: the filter and its complement in a secret order, so that every filter has as many ones as zeros (Schnell and Borgs 2016).</summary>
/// <remarks>
/// Gain: little alone: 39 % of people still named at full overlap without the key; hides how long a name is.
/// Cost: half of the bits say nothing new; Dice becomes a function of the Hamming distance. F1 .990 on field filters, no loss measured.
/// </remarks>
internal sealed class Balancing : HardeningStep
{
    private readonly ushort[] _order;

    /// <summary>Draws the order.</summary>
    /// <param name="length">Bits that come out; half of them go in.</param>
    /// <param name="hash">Keyed with the balance subkey.</param>
    public Balancing(int length, KeyedHash hash)
    {
        _order = [.. Enumerable.Range(0, length).Select(i => (ushort)i)];
        for (var i = length - 1; i > 0; i--) // Fisher and Yates
        {
            var j = hash.Positions($"balance {i}", i + 1, 1)[0];
            (_order[i], _order[j]) = (_order[j], _order[i]);
        }
    }

    /// <inheritdoc/>
    public override int InputLength(int length) => length / 2;

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<ulong> input, Span<ulong> output)
    {
        output.Clear();
        var bits = input.Length * 64;
        for (var i = 0; i < bits; i++)
        {
            var to = _order[(input[i / 64] >> i % 64 & 1) == 0 ? bits + i : i];
            output[to / 64] |= 1UL << to % 64;
        }
    }
}
