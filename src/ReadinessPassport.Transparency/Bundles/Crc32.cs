namespace ReadinessPassport.Transparency.Bundles;

/// <summary>The checksum of ZIP (ISO 3309, reflected 0xEDB88320). It finds damage, not malice.</summary>
internal struct Crc32()
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c & 1) == 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1))];
    private uint _state = uint.MaxValue;

    public readonly uint Value => ~_state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var (state, table) = (_state, s_table);
        foreach (var b in bytes)
            state = table[(byte)(state ^ b)] ^ (state >> 8);
        _state = state;
    }
}
