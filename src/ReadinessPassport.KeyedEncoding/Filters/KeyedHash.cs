using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Keyed BLAKE2b (RFC 7693) of short texts: positions of tokens in filters, value hashes and blocking keys. Not safe for several threads at once.</summary>
internal sealed class KeyedHash : IDisposable
{
    private readonly Blake2b _blake;
    private readonly ulong[] _digest = new ulong[8];
    private byte[] _message = new byte[256];

    /// <summary>Takes over the key and clears it.</summary>
    public KeyedHash(byte[] key)
    {
        _blake = new Blake2b(key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>64 bits that stand for a whole value; never 0, which means missing.</summary>
    public ulong Value(string text)
    {
        Hash(text, counter: 0);
        return _digest[0] == 0 ? 1 : _digest[0];
    }

    /// <summary>64 bits that stand for a combination of values in this order; never 0.</summary>
    /// <param name="rule">Which combination.</param>
    /// <param name="values">What is combined, at most 30.</param>
    public ulong Combination(int rule, ReadOnlySpan<ulong> values)
    {
        Span<byte> message = stackalloc byte[8 * values.Length + 2];
        message[0] = 0; // no text begins with a zero byte
        message[1] = checked((byte)rule);
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(message[(2 + 8 * i)..], values[i]);
        _blake.Hash(message, _digest);
        return _digest[0] == 0 ? 1 : _digest[0];
    }

    /// <summary>The positions of a token in a filter: 16 words of 32 bits a digest, each scaled to the length; further digests by a counter. Independent hashing: double hashing has known weaknesses (Niedermeyer et al. 2014).</summary>
    /// <param name="token">The token.</param>
    /// <param name="length">Bits in the filter.</param>
    /// <param name="hashes">Positions wanted; two may coincide.</param>
    public ushort[] Positions(string token, int length, int hashes)
    {
        var positions = new ushort[hashes];
        for (var i = 0; i < hashes; i++)
        {
            if (i % 16 == 0)
                Hash(token, i / 16);
            positions[i] = (ushort)((ulong)(uint)(_digest[i % 16 / 2] >> i % 2 * 32) * (uint)length >> 32);
        }
        return positions;
    }

    /// <summary>A stream of 32-bit words that follows from the key and a start.</summary>
    /// <param name="start">Any words, such as a filter.</param>
    /// <param name="into">Filled.</param>
    public void Stream(ReadOnlySpan<ulong> start, Span<uint> into)
    {
        var bytes = MemoryMarshal.AsBytes(start);
        Span<byte> message = stackalloc byte[68];
        _blake.Hash(bytes, _digest);
        MemoryMarshal.AsBytes(_digest.AsSpan()).CopyTo(message);
        for (var i = 0; i < into.Length; i += 16)
        {
            BinaryPrimitives.WriteInt32LittleEndian(message[64..], i / 16);
            _blake.Hash(message, _digest);
            for (var w = 0; w < 16 && i + w < into.Length; w++)
                into[i + w] = (uint)(_digest[w / 2] >> w % 2 * 32);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_message);
        _blake.Dispose();
    }

    private void Hash(string text, int counter)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 2;
        if (_message.Length < most)
            _message = new byte[most];
        var length = Encoding.UTF8.GetBytes(text, _message);
        if (counter > 0)
        {
            _message[length++] = 0; // no text of ours holds a zero byte, so a counter cannot be mistaken for text
            _message[length++] = checked((byte)counter);
        }
        _blake.Hash(_message.AsSpan(0, length), _digest);
    }
}
