using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Keyed BLAKE2b (RFC 7693) of short texts: positions of tokens in filters, value hashes and blocking keys. Not safe for several threads at once.</summary>
internal sealed class KeyedHash(byte[] key) : IDisposable
{
    private readonly Blake2bDigest _digest = new(key, 64, null, null);
    private readonly byte[] _result = new byte[64];
    private byte[] _message = new byte[256];

    /// <summary>64 bits that stand for a whole value; never 0, which means missing.</summary>
    public ulong Value(string text)
    {
        Hash(text, counter: null);
        var value = BinaryPrimitives.ReadUInt64LittleEndian(_result);
        return value == 0 ? 1 : value;
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
                Hash(token, counter: i == 0 ? null : i / 16);
            var word = BinaryPrimitives.ReadUInt32LittleEndian(_result.AsSpan(i % 16 * 4));
            positions[i] = (ushort)((ulong)word * (uint)length >> 32);
        }
        return positions;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(_message);
        _digest.Reset();
    }

    private void Hash(string text, int? counter)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 2;
        if (_message.Length < most)
            _message = new byte[most];
        var length = Encoding.UTF8.GetBytes(text, _message);
        if (counter is { } c)
        {
            _message[length++] = 0; // no UTF-8 text of ours holds a zero byte, so a counter cannot be mistaken for text
            _message[length++] = checked((byte)c);
        }
        _digest.BlockUpdate(_message, 0, length);
        _digest.DoFinal(_result, 0);
    }
}
