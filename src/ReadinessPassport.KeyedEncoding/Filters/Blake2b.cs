using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>
/// Keyed BLAKE2b-512 (RFC 7693) for many short messages under one key: the key's block is compressed once, so a message of up to 128 bytes costs one
/// compression instead of two. Tests hold it to BouncyCastle's. Not safe for several threads at once.
/// </summary>
internal sealed class Blake2b : IDisposable
{
    private const int Block = 128;

    private static readonly ulong[] s_iv =
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    private static readonly byte[] s_sigma =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
    ];

    private readonly ulong[] _begun = GC.AllocateArray<ulong>(8, pinned: true);

    /// <summary>Takes a key of 1 to 64 bytes; the caller clears its own.</summary>
    public Blake2b(ReadOnlySpan<byte> key)
    {
        if (key.Length is < 1 or > 64)
            throw new ArgumentException("A BLAKE2b key has 1 to 64 bytes.", nameof(key));
        s_iv.CopyTo(_begun, 0);
        _begun[0] ^= 0x01010000u ^ (ulong)key.Length << 8 ^ 64u; // depth 1, fanout 1, key length, digest length
        Span<byte> block = stackalloc byte[Block];
        block.Clear();
        key.CopyTo(block);
        Compress(_begun, block, Block, last: false);
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>The 64 bytes of a message's digest, as eight little-endian words.</summary>
    /// <param name="message">At least one byte.</param>
    /// <param name="digest">Eight words.</param>
    public void Hash(ReadOnlySpan<byte> message, Span<ulong> digest)
    {
        if (message.IsEmpty)
            throw new ArgumentException("There is no empty message here: an empty value is missing.", nameof(message));
        _begun.CopyTo(digest);
        var done = (ulong)Block;
        while (message.Length > Block)
        {
            done += Block;
            Compress(digest, message[..Block], done, last: false);
            message = message[Block..];
        }
        Span<byte> block = stackalloc byte[Block];
        message.CopyTo(block);
        block[message.Length..].Clear();
        Compress(digest, block, done + (ulong)message.Length, last: true);
    }

    /// <inheritdoc/>
    public void Dispose() => Array.Clear(_begun);

    [SkipLocalsInit]
    private static void Compress(Span<ulong> h, ReadOnlySpan<byte> block, ulong counter, bool last)
    {
        Span<ulong> m = stackalloc ulong[16];
        for (var i = 0; i < 16; i++)
            m[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        ulong v0 = h[0], v1 = h[1], v2 = h[2], v3 = h[3], v4 = h[4], v5 = h[5], v6 = h[6], v7 = h[7];
        ulong v8 = s_iv[0], v9 = s_iv[1], v10 = s_iv[2], v11 = s_iv[3], v12 = s_iv[4] ^ counter, v13 = s_iv[5], v14 = last ? ~s_iv[6] : s_iv[6], v15 = s_iv[7];
        for (var round = 0; round < 12; round++)
        {
            ReadOnlySpan<byte> s = s_sigma.AsSpan(16 * round, 16);
            Mix(ref v0, ref v4, ref v8, ref v12, m[s[0]], m[s[1]]);
            Mix(ref v1, ref v5, ref v9, ref v13, m[s[2]], m[s[3]]);
            Mix(ref v2, ref v6, ref v10, ref v14, m[s[4]], m[s[5]]);
            Mix(ref v3, ref v7, ref v11, ref v15, m[s[6]], m[s[7]]);
            Mix(ref v0, ref v5, ref v10, ref v15, m[s[8]], m[s[9]]);
            Mix(ref v1, ref v6, ref v11, ref v12, m[s[10]], m[s[11]]);
            Mix(ref v2, ref v7, ref v8, ref v13, m[s[12]], m[s[13]]);
            Mix(ref v3, ref v4, ref v9, ref v14, m[s[14]], m[s[15]]);
        }
        h[0] ^= v0 ^ v8;
        h[1] ^= v1 ^ v9;
        h[2] ^= v2 ^ v10;
        h[3] ^= v3 ^ v11;
        h[4] ^= v4 ^ v12;
        h[5] ^= v5 ^ v13;
        h[6] ^= v6 ^ v14;
        h[7] ^= v7 ^ v15;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref ulong a, ref ulong b, ref ulong c, ref ulong d, ulong x, ulong y)
    {
        a += b + x;
        d = BitOperations.RotateRight(d ^ a, 32);
        c += d;
        b = BitOperations.RotateRight(b ^ c, 24);
        a += b + y;
        d = BitOperations.RotateRight(d ^ a, 16);
        c += d;
        b = BitOperations.RotateRight(b ^ c, 63);
    }
}
