using System.Buffers.Binary;
using System.Text;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>
/// Writes the one form of ZIP a bundle may have: stored, no times, no extra fields, each file right behind the one before. The same files give the same bytes,
/// and a reader can account for every byte.
/// </summary>
internal sealed class StoredZipWriter(Stream output)
{
    internal const ushort Date = 0x0021; // 1980-01-01, the earliest a ZIP can say
    internal const ushort Utf8 = 0x0800;
    internal const int LocalHeader = 30;
    internal const int CentralHeader = 46;
    internal const int EndRecord = 22;

    private readonly List<(byte[] Name, uint Crc, uint Size, uint At)> _files = [];
    private readonly long _start = output.Position;

    /// <summary>Adds a file whose content a function writes.</summary>
    public async Task AddAsync(string path, Func<Stream, Task> write)
    {
        if (!BundlePath.IsValid(path))
            throw new ArgumentException("A path inside a bundle has letters, digits and @ . _ - between slashes.", nameof(path));
        var (name, at) = (Encoding.UTF8.GetBytes(path), output.Position - _start);
        await output.WriteAsync(Local(name, 0, 0)).ConfigureAwait(false);
        await output.WriteAsync(name).ConfigureAwait(false);
        var content = new ChecksumStream(output);
        await write(content).ConfigureAwait(false);
        if (output.Position - _start > int.MaxValue || _files.Count >= ushort.MaxValue - 1)
            throw BundleErrors.TooLarge();
        var end = output.Position;
        output.Position = _start + at;
        await output.WriteAsync(Local(name, content.Crc, (uint)content.Length)).ConfigureAwait(false);
        output.Position = end;
        _files.Add((name, content.Crc, (uint)content.Length, (uint)at));
    }

    /// <summary>Writes the directory at the end.</summary>
    public async Task FinishAsync()
    {
        var start = output.Position - _start;
        foreach (var (name, crc, size, at) in _files)
        {
            await output.WriteAsync(Central(name, crc, size, at)).ConfigureAwait(false);
            await output.WriteAsync(name).ConfigureAwait(false);
        }
        await output.WriteAsync(End(_files.Count, (uint)(output.Position - _start - start), (uint)start)).ConfigureAwait(false);
    }

    internal static byte[] Local(byte[] name, uint crc, uint size)
    {
        var header = new byte[LocalHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Common(header.AsSpan(4), name, crc, size);
        return header;
    }

    internal static byte[] Central(byte[] name, uint crc, uint size, uint at)
    {
        var header = new byte[CentralHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 20);
        Common(header.AsSpan(6), name, crc, size);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), at);
        return header;
    }

    internal static byte[] End(int files, uint size, uint at)
    {
        var record = new byte[EndRecord];
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)files);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)files);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12), size);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(16), at);
        return record;
    }

    private static void Common(Span<byte> at, byte[] name, uint crc, uint size)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Utf8);
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], Date);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)name.Length);
    }
}
