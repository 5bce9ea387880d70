namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary><c>fold:n</c>: n times the first half XOR the second (Schnell and Borgs 2016).</summary>
/// <remarks>
/// Gain: pattern mining no longer sees single tokens; frequency of whole values stays. Not sufficient alone against graph matching, which needs only similarities.
/// Cost: each fold of a filter that is not sparse loses similarity; keep the fill below .25 before the last fold.
/// </remarks>
internal sealed class Folding(int times) : HardeningStep
{
    /// <inheritdoc/>
    public override int InputLength(int length) => length << times;

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<ulong> input, Span<ulong> output)
    {
        output.Clear();
        for (var i = 0; i < input.Length; i++)
            output[i % output.Length] ^= input[i];
    }
}
