using System.Buffers.Binary;
using System.Text;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Reads what <see cref="StoredZipWriter"/> writes and nothing else: every byte is a file's content or has the one value it must have.</summary>
internal sealed class StoredZipReader
{
    private readonly Stream _zip;
    private readonly Dictionary<string, (long At, uint Length, uint Crc)> _files = new(StringComparer.Ordinal);

    private StoredZipReader(Stream zip) => _zip = zip;

    /// <summary>The files' paths.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>Reads the directory and holds the headers to it.</summary>
    /// <exception cref="InvalidDataException">Not in that form; the message says where.</exception>
    public static StoredZipReader Open(Stream zip)
    {
        var reader = new StoredZipReader(zip);
        if (zip.Length < StoredZipWriter.EndRecord)
            throw new InvalidDataException("the file is too short for a bundle");
        var end = reader.Bytes(zip.Length - StoredZipWriter.EndRecord, StoredZipWriter.EndRecord);
        var (count, size, at) = (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(8)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16)));
        if (!end.AsSpan().SequenceEqual(StoredZipWriter.End(count, size, at)) || (long)at + size + StoredZipWriter.EndRecord != zip.Length)
            throw new InvalidDataException("the end of the file is not that of a bundle");
        var (expected, position) = (0L, (long)at);
        for (var i = 0; i < count; i++)
            (expected, position) = reader.File(expected, position, at + size);
        if (expected != at || position != at + size)
            throw new InvalidDataException("bytes lie between the files that belong to none");
        return reader;
    }

    /// <summary>Whether there is such a file.</summary>
    public bool Contains(string path) => _files.ContainsKey(path);

    /// <summary>Its length in bytes.</summary>
    public long Length(string path) => _files[path].Length;

    /// <summary>Its checksum as the directory has it.</summary>
    public uint Crc(string path) => _files[path].Crc;

    /// <summary>Its content from the beginning.</summary>
    public Stream OpenRead(string path) => new SlicedStream(_zip, _files[path].At, _files[path].Length);

    private (long Expected, long Position) File(long expected, long position, long end)
    {
        if (position + StoredZipWriter.CentralHeader > end)
            throw new InvalidDataException("the directory ends inside a file's line");
        var central = Bytes(position, StoredZipWriter.CentralHeader);
        var (crc, size, nameLength, at) = (BinaryPrimitives.ReadUInt32LittleEndian(central.AsSpan(16)), BinaryPrimitives.ReadUInt32LittleEndian(central.AsSpan(20)), BinaryPrimitives.ReadUInt16LittleEndian(central.AsSpan(28)), BinaryPrimitives.ReadUInt32LittleEndian(central.AsSpan(42)));
        if (at != expected || position + StoredZipWriter.CentralHeader + nameLength > end || at + StoredZipWriter.LocalHeader + nameLength + (long)size > end)
            throw new InvalidDataException("the directory does not fit the file");
        var name = Bytes(position + StoredZipWriter.CentralHeader, nameLength);
        var path = Encoding.UTF8.GetString(name);
        var local = Bytes(at, StoredZipWriter.LocalHeader + nameLength);
        if (!central.AsSpan().SequenceEqual(StoredZipWriter.Central(name, crc, size, at)) || !local.AsSpan().SequenceEqual([.. StoredZipWriter.Local(name, crc, size), .. name]))
            throw new InvalidDataException("a file's header is not as it must be");
        if (!BundlePath.IsValid(path) || !_files.TryAdd(path, (at + StoredZipWriter.LocalHeader + nameLength, size, crc)))
            throw new InvalidDataException("a file's path leads elsewhere or stands there twice");
        return (at + StoredZipWriter.LocalHeader + nameLength + (long)size, position + StoredZipWriter.CentralHeader + nameLength);
    }

    private byte[] Bytes(long at, int count)
    {
        var bytes = new byte[count];
        _zip.Position = at;
        if (_zip.ReadAtLeast(bytes, count, throwOnEndOfStream: false) < count)
            throw new InvalidDataException("the file ends too early");
        return bytes;
    }
}
