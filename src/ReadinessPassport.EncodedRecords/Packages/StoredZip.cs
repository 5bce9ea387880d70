using System.Buffers.Binary;
using System.Text;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>
/// A ZIP file of stored parts in exactly one form: no compression, no comments, no times, no extras but ZIP64 sizes where a part has 4 GiB or more. Any ZIP tool
/// opens it; this reader accepts only the bytes this writer makes, so nothing rides along and no byte can change unseen.
/// </summary>
internal static class StoredZip
{
    private const uint Large = uint.MaxValue;

    /// <summary>A part: its name, length and checksum.</summary>
    internal readonly record struct Part(string Name, long Length, uint Crc);

    /// <summary>What stands before a part's bytes.</summary>
    public static byte[] LocalHeader(Part part)
    {
        var large = part.Length >= Large;
        var bytes = new byte[30 + part.Name.Length + (large ? 20 : 0)];
        Common(bytes, 0x04034b50, 0, part, large);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28), (ushort)(large ? 20 : 0));
        Encoding.ASCII.GetBytes(part.Name, bytes.AsSpan(30));
        if (large)
            Zip64(bytes.AsSpan(30 + part.Name.Length), part.Length, offset: null);
        return bytes;
    }

    /// <summary>What stands after all parts.</summary>
    public static byte[] Directory(IReadOnlyList<Part> parts)
    {
        var directory = new MemoryStream();
        var at = 0L;
        foreach (var part in parts)
        {
            var large = part.Length >= Large;
            var far = at >= Large;
            var extra = (large ? 20 : 0) + (far ? large ? 8 : 12 : 0);
            var bytes = new byte[46 + part.Name.Length + extra];
            Common(bytes, 0x02014b50, 2, part, large || far);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), (ushort)(large || far ? 45 : 20)); // made by
            if (!large && far)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), (uint)part.Length);
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), (uint)part.Length);
            }
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(30), (ushort)extra);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(42), far ? Large : (uint)at);
            Encoding.ASCII.GetBytes(part.Name, bytes.AsSpan(46));
            if (extra > 0)
                Zip64(bytes.AsSpan(46 + part.Name.Length), large ? part.Length : null, far ? at : null);
            directory.Write(bytes);
            at += LocalHeader(part).Length + part.Length;
        }
        var size = directory.Length;
        if (at >= Large)
            directory.Write(Zip64End(parts.Count, size, at));
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)parts.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), at >= Large ? Large : (uint)at);
        directory.Write(end);
        return directory.ToArray();
    }

    /// <summary>Reads the parts' places and insists on the one form.</summary>
    /// <param name="zip">Readable and seekable.</param>
    /// <param name="names">The parts, in order.</param>
    /// <returns>The parts and where their bytes begin; null when the file has not that form.</returns>
    public static (Part Part, long Start)[]? Read(Stream zip, IReadOnlyList<string> names)
    {
        var found = new (Part, long)[names.Count];
        var at = 0L;
        for (var i = 0; i < names.Count; i++)
        {
            var header = new byte[30 + names[i].Length + 20];
            zip.Position = at;
            var read = zip.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (read < 30 + names[i].Length)
                return null;
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(14));
            long length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(22));
            if (length == Large)
                length = read == header.Length ? BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(30 + names[i].Length + 4)) : -1;
            var part = new Part(names[i], length, crc);
            if (length < 0 || LocalHeader(part) is var expected && !header.AsSpan(0, expected.Length).SequenceEqual(expected))
                return null;
            found[i] = (part, at + expected.Length);
            at += expected.Length + length;
            if (at > zip.Length)
                return null;
        }
        var directory = Directory([.. found.Select(f => f.Item1)]);
        if (zip.Length - at != directory.Length)
            return null;
        var end = new byte[directory.Length];
        zip.Position = at;
        zip.ReadExactly(end);
        return end.AsSpan().SequenceEqual(directory) ? found : null;
    }

    private static void Common(Span<byte> bytes, uint signature, int shift, Part part, bool large)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, signature);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(4 + shift)..], (ushort)(large ? 45 : 20)); // version needed
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(12 + shift)..], 0x21); // 1 January 1980, the earliest ZIP knows; the manifest says when
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(14 + shift)..], part.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(18 + shift)..], part.Length >= Large ? Large : (uint)part.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(22 + shift)..], part.Length >= Large ? Large : (uint)part.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(26 + shift)..], (ushort)part.Name.Length);
    }

    private static void Zip64(Span<byte> bytes, long? length, long? offset)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)((length is null ? 0 : 16) + (offset is null ? 0 : 8)));
        var at = 4;
        if (length is { } l)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], l);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(at + 8)..], l);
            at += 16;
        }
        if (offset is { } o)
            BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], o);
    }

    private static byte[] Zip64End(int count, long size, long at)
    {
        var bytes = new byte[56 + 20];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(4), 44);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(12), 45);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(14), 45);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), size);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(48), at);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(56), 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(64), at + size);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(72), 1);
        return bytes;
    }
}
