using System.Buffers;
using System.Buffers.Binary;

namespace ReadinessPassport.Transparency.Tree;

/// <summary>The entries of a level-0 tile as tlog-tiles serves them: each as a big-endian 16-bit length and its bytes.</summary>
public static class EntryBundle
{
    /// <summary>Puts entries together.</summary>
    /// <exception cref="ArgumentException">An entry has more than 65,535 bytes.</exception>
    public static byte[] Write(IEnumerable<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var bundle = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
        {
            if (entry.Length > ushort.MaxValue)
                throw new ArgumentException("An entry has at most 65,535 bytes.", nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(bundle.GetSpan(2), (ushort)entry.Length);
            bundle.Advance(2);
            bundle.Write(entry);
        }
        return bundle.WrittenSpan.ToArray();
    }

    /// <summary>Takes entries apart.</summary>
    /// <exception cref="InvalidDataException">The bytes end inside an entry.</exception>
    public static IReadOnlyList<byte[]> Read(ReadOnlySpan<byte> bundle)
    {
        var entries = new List<byte[]>();
        while (bundle.Length > 0)
        {
            if (bundle.Length < 2 || bundle.Length - 2 < BinaryPrimitives.ReadUInt16BigEndian(bundle))
                throw new InvalidDataException("The bundle ends inside an entry.");
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle);
            entries.Add(bundle.Slice(2, length).ToArray());
            bundle = bundle[(2 + length)..];
        }
        return entries;
    }
}
