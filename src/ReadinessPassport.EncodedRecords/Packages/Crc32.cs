using System.Buffers.Binary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>The CRC-32 of ZIP (ISO 3309), eight bytes at a time. It guards nothing; the SHA-256 in the signed manifest does. But ZIP must state it, so it must be right.</summary>
internal sealed class Crc32
{
    private static readonly uint[] s_tables = Tables();
    private uint _state = uint.MaxValue;

    /// <summary>The checksum of all bytes so far.</summary>
    public uint Value => ~_state;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32();
        crc.Append(bytes);
        return crc.Value;
    }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var (crc, t) = (_state, s_tables);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7 * 256 + (byte)low] ^ t[6 * 256 + (byte)(low >> 8)] ^ t[5 * 256 + (byte)(low >> 16)] ^ t[4 * 256 + (int)(low >> 24)]
                ^ t[3 * 256 + (byte)high] ^ t[2 * 256 + (byte)(high >> 8)] ^ t[256 + (byte)(high >> 16)] ^ t[high >> 24];
        }
        foreach (var b in bytes)
            crc = t[(byte)(crc ^ b)] ^ crc >> 8;
        _state = crc;
    }

    private static uint[] Tables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var c = i;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) == 0 ? c >> 1 : c >> 1 ^ 0xEDB88320;
            tables[i] = c;
        }
        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[i - 256] >> 8 ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
