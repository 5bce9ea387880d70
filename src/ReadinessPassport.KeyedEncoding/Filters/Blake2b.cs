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
        // Written out: every word of the message stays where the round needs it, without an index to look up (RFC 7693 §2.7 has the order).
        ulong m0 = BinaryPrimitives.ReadUInt64LittleEndian(block[0..]), m1 = BinaryPrimitives.ReadUInt64LittleEndian(block[8..]), m2 = BinaryPrimitives.ReadUInt64LittleEndian(block[16..]), m3 = BinaryPrimitives.ReadUInt64LittleEndian(block[24..]);
        ulong m4 = BinaryPrimitives.ReadUInt64LittleEndian(block[32..]), m5 = BinaryPrimitives.ReadUInt64LittleEndian(block[40..]), m6 = BinaryPrimitives.ReadUInt64LittleEndian(block[48..]), m7 = BinaryPrimitives.ReadUInt64LittleEndian(block[56..]);
        ulong m8 = BinaryPrimitives.ReadUInt64LittleEndian(block[64..]), m9 = BinaryPrimitives.ReadUInt64LittleEndian(block[72..]), m10 = BinaryPrimitives.ReadUInt64LittleEndian(block[80..]), m11 = BinaryPrimitives.ReadUInt64LittleEndian(block[88..]);
        ulong m12 = BinaryPrimitives.ReadUInt64LittleEndian(block[96..]), m13 = BinaryPrimitives.ReadUInt64LittleEndian(block[104..]), m14 = BinaryPrimitives.ReadUInt64LittleEndian(block[112..]), m15 = BinaryPrimitives.ReadUInt64LittleEndian(block[120..]);
        ulong v0 = h[0], v1 = h[1], v2 = h[2], v3 = h[3], v4 = h[4], v5 = h[5], v6 = h[6], v7 = h[7];
        ulong v8 = s_iv[0], v9 = s_iv[1], v10 = s_iv[2], v11 = s_iv[3], v12 = s_iv[4] ^ counter, v13 = s_iv[5], v14 = last ? ~s_iv[6] : s_iv[6], v15 = s_iv[7];
        Mix(ref v0, ref v4, ref v8, ref v12, m0, m1); Mix(ref v1, ref v5, ref v9, ref v13, m2, m3);
        Mix(ref v2, ref v6, ref v10, ref v14, m4, m5); Mix(ref v3, ref v7, ref v11, ref v15, m6, m7);
        Mix(ref v0, ref v5, ref v10, ref v15, m8, m9); Mix(ref v1, ref v6, ref v11, ref v12, m10, m11);
        Mix(ref v2, ref v7, ref v8, ref v13, m12, m13); Mix(ref v3, ref v4, ref v9, ref v14, m14, m15);
        Mix(ref v0, ref v4, ref v8, ref v12, m14, m10); Mix(ref v1, ref v5, ref v9, ref v13, m4, m8);
        Mix(ref v2, ref v6, ref v10, ref v14, m9, m15); Mix(ref v3, ref v7, ref v11, ref v15, m13, m6);
        Mix(ref v0, ref v5, ref v10, ref v15, m1, m12); Mix(ref v1, ref v6, ref v11, ref v12, m0, m2);
        Mix(ref v2, ref v7, ref v8, ref v13, m11, m7); Mix(ref v3, ref v4, ref v9, ref v14, m5, m3);
        Mix(ref v0, ref v4, ref v8, ref v12, m11, m8); Mix(ref v1, ref v5, ref v9, ref v13, m12, m0);
        Mix(ref v2, ref v6, ref v10, ref v14, m5, m2); Mix(ref v3, ref v7, ref v11, ref v15, m15, m13);
        Mix(ref v0, ref v5, ref v10, ref v15, m10, m14); Mix(ref v1, ref v6, ref v11, ref v12, m3, m6);
        Mix(ref v2, ref v7, ref v8, ref v13, m7, m1); Mix(ref v3, ref v4, ref v9, ref v14, m9, m4);
        Mix(ref v0, ref v4, ref v8, ref v12, m7, m9); Mix(ref v1, ref v5, ref v9, ref v13, m3, m1);
        Mix(ref v2, ref v6, ref v10, ref v14, m13, m12); Mix(ref v3, ref v7, ref v11, ref v15, m11, m14);
        Mix(ref v0, ref v5, ref v10, ref v15, m2, m6); Mix(ref v1, ref v6, ref v11, ref v12, m5, m10);
        Mix(ref v2, ref v7, ref v8, ref v13, m4, m0); Mix(ref v3, ref v4, ref v9, ref v14, m15, m8);
        Mix(ref v0, ref v4, ref v8, ref v12, m9, m0); Mix(ref v1, ref v5, ref v9, ref v13, m5, m7);
        Mix(ref v2, ref v6, ref v10, ref v14, m2, m4); Mix(ref v3, ref v7, ref v11, ref v15, m10, m15);
        Mix(ref v0, ref v5, ref v10, ref v15, m14, m1); Mix(ref v1, ref v6, ref v11, ref v12, m11, m12);
        Mix(ref v2, ref v7, ref v8, ref v13, m6, m8); Mix(ref v3, ref v4, ref v9, ref v14, m3, m13);
        Mix(ref v0, ref v4, ref v8, ref v12, m2, m12); Mix(ref v1, ref v5, ref v9, ref v13, m6, m10);
        Mix(ref v2, ref v6, ref v10, ref v14, m0, m11); Mix(ref v3, ref v7, ref v11, ref v15, m8, m3);
        Mix(ref v0, ref v5, ref v10, ref v15, m4, m13); Mix(ref v1, ref v6, ref v11, ref v12, m7, m5);
        Mix(ref v2, ref v7, ref v8, ref v13, m15, m14); Mix(ref v3, ref v4, ref v9, ref v14, m1, m9);
        Mix(ref v0, ref v4, ref v8, ref v12, m12, m5); Mix(ref v1, ref v5, ref v9, ref v13, m1, m15);
        Mix(ref v2, ref v6, ref v10, ref v14, m14, m13); Mix(ref v3, ref v7, ref v11, ref v15, m4, m10);
        Mix(ref v0, ref v5, ref v10, ref v15, m0, m7); Mix(ref v1, ref v6, ref v11, ref v12, m6, m3);
        Mix(ref v2, ref v7, ref v8, ref v13, m9, m2); Mix(ref v3, ref v4, ref v9, ref v14, m8, m11);
        Mix(ref v0, ref v4, ref v8, ref v12, m13, m11); Mix(ref v1, ref v5, ref v9, ref v13, m7, m14);
        Mix(ref v2, ref v6, ref v10, ref v14, m12, m1); Mix(ref v3, ref v7, ref v11, ref v15, m3, m9);
        Mix(ref v0, ref v5, ref v10, ref v15, m5, m0); Mix(ref v1, ref v6, ref v11, ref v12, m15, m4);
        Mix(ref v2, ref v7, ref v8, ref v13, m8, m6); Mix(ref v3, ref v4, ref v9, ref v14, m2, m10);
        Mix(ref v0, ref v4, ref v8, ref v12, m6, m15); Mix(ref v1, ref v5, ref v9, ref v13, m14, m9);
        Mix(ref v2, ref v6, ref v10, ref v14, m11, m3); Mix(ref v3, ref v7, ref v11, ref v15, m0, m8);
        Mix(ref v0, ref v5, ref v10, ref v15, m12, m2); Mix(ref v1, ref v6, ref v11, ref v12, m13, m7);
        Mix(ref v2, ref v7, ref v8, ref v13, m1, m4); Mix(ref v3, ref v4, ref v9, ref v14, m10, m5);
        Mix(ref v0, ref v4, ref v8, ref v12, m10, m2); Mix(ref v1, ref v5, ref v9, ref v13, m8, m4);
        Mix(ref v2, ref v6, ref v10, ref v14, m7, m6); Mix(ref v3, ref v7, ref v11, ref v15, m1, m5);
        Mix(ref v0, ref v5, ref v10, ref v15, m15, m11); Mix(ref v1, ref v6, ref v11, ref v12, m9, m14);
        Mix(ref v2, ref v7, ref v8, ref v13, m3, m12); Mix(ref v3, ref v4, ref v9, ref v14, m13, m0);
        Mix(ref v0, ref v4, ref v8, ref v12, m0, m1); Mix(ref v1, ref v5, ref v9, ref v13, m2, m3);
        Mix(ref v2, ref v6, ref v10, ref v14, m4, m5); Mix(ref v3, ref v7, ref v11, ref v15, m6, m7);
        Mix(ref v0, ref v5, ref v10, ref v15, m8, m9); Mix(ref v1, ref v6, ref v11, ref v12, m10, m11);
        Mix(ref v2, ref v7, ref v8, ref v13, m12, m13); Mix(ref v3, ref v4, ref v9, ref v14, m14, m15);
        Mix(ref v0, ref v4, ref v8, ref v12, m14, m10); Mix(ref v1, ref v5, ref v9, ref v13, m4, m8);
        Mix(ref v2, ref v6, ref v10, ref v14, m9, m15); Mix(ref v3, ref v7, ref v11, ref v15, m13, m6);
        Mix(ref v0, ref v5, ref v10, ref v15, m1, m12); Mix(ref v1, ref v6, ref v11, ref v12, m0, m2);
        Mix(ref v2, ref v7, ref v8, ref v13, m11, m7); Mix(ref v3, ref v4, ref v9, ref v14, m5, m3);
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
