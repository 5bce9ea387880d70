namespace ReadinessPassport.Policy;

/// <summary>Some of the four modes, as bits.</summary>
internal readonly record struct ModeSet(byte Bits)
{
    public static ModeSet All { get; } = new(0b1111);

    public static ModeSet Of(IEnumerable<string> codes) => new(codes.Aggregate((byte)0, (bits, code) => (byte)(bits | (AccessModes.Parse(code) is { } mode ? 1 << (int)mode : 0))));

    public bool Has(AccessMode mode) => (Bits & (1 << (int)mode)) != 0;
}
