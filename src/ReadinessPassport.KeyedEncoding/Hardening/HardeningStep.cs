namespace ReadinessPassport.KeyedEncoding.Hardening;

/// <summary>One step that makes a filter harder to read. What each costs in linkage quality and gains against the attacks measured stands with it; docs/explanation/encodings.md has the whole table.</summary>
internal abstract class HardeningStep
{
    /// <summary>Bits that go in for <paramref name="length"/> bits that come out.</summary>
    public virtual int InputLength(int length) => length;

    /// <summary>Applies the step.</summary>
    /// <param name="input">A filter of one bit or more.</param>
    /// <param name="output">Written whole; never the same memory as the input.</param>
    public abstract void Apply(ReadOnlySpan<ulong> input, Span<ulong> output);
}
