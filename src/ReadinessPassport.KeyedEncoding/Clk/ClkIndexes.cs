using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>The index functions of clkhash: which positions a token sets.</summary>
internal static class ClkIndexes
{
    /// <summary>blakeHash: keyed BLAKE2b with the counter as salt, 32 positions of 16 bits a digest.</summary>
    public static int[] Blake(byte[] key, ReadOnlySpan<byte> token, int count, int length)
    {
        var indexes = new int[count];
        Span<byte> digest = stackalloc byte[64];
        for (var c = 0; c * 32 < count; c++)
        {
            var salt = new byte[16];
            Encoding.ASCII.GetBytes(c.ToString(CultureInfo.InvariantCulture), salt);
            var blake = new Blake2bDigest(key, 64, salt, null);
            blake.BlockUpdate(token);
            blake.DoFinal(digest);
            for (var i = c * 32; i < count && i < (c + 1) * 32; i++)
                indexes[i] = BinaryPrimitives.ReadUInt16LittleEndian(digest[(i % 32 * 2)..]) & (length - 1);
        }
        return indexes;
    }

    /// <summary>doubleHash: (HMAC-SHA1 + i · HMAC-MD5) mod length, with new second hashes while it is zero if that is asked for.</summary>
#pragma warning disable CA5350, CA5351 // SHA-1 and MD5 are what the format is made of; nothing here rests on them.
    public static int[] Double(byte[] keyA, byte[] keyB, ReadOnlySpan<byte> token, int count, int length, bool preventSingularity)
    {
        var first = Mod(HMACSHA1.HashData(keyA, token), length);
        var second = Mod(HMACMD5.HashData(keyB, token), length);
        for (var i = 0; preventSingularity && second == 0; i++)
            second = Mod(HMACMD5.HashData(keyB, (byte[])[.. token, .. Encoding.UTF8.GetBytes(char.ConvertFromUtf32(i))]), length);
        var indexes = new int[count];
        for (var i = 0; i < count; i++)
            indexes[i] = (int)((first + (long)i * second) % length);
        return indexes;
    }
#pragma warning restore CA5350, CA5351

    private static int Mod(byte[] bigEndian, int length) => (int)(new BigInteger(bigEndian, isUnsigned: true, isBigEndian: true) % length);
}
