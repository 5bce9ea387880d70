namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary><c>window-xor:n</c>: each bit becomes the XOR of n neighbours that begin with it, in a ring.</summary>
/// <remarks>
/// Gain: like rule 90, of the same kind: single tokens are no longer seen, but the map is public and linear, so known pairs undo it. Use diffusion where the secret should count.
/// Cost: n neighbours act like diffusion with t = n: small for n ≤ 4, .007 of F1 and more from n = 8.
/// </remarks>
internal sealed class WindowXor(int window) : HardeningStep
{
    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<ulong> input, Span<ulong> output)
    {
        output.Clear();
        for (var shift = 0; shift < window; shift++)
        {
            for (var w = 0; w < input.Length; w++)
            {
                var after = input[(w + 1) % input.Length];
                output[w] ^= shift == 0 ? input[w] : input[w] >> shift | after << 64 - shift;
            }
        }
    }
}
