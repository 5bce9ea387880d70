using CsCheck;
using Org.BouncyCastle.Crypto.Digests;
using ReadinessPassport.KeyedEncoding.Filters;
using System.Runtime.InteropServices;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding.Filters;

public class Blake2bTests
{
    [Fact]
    public void Every_key_and_message_hash_as_BouncyCastle_hashes_them() => Gen.Select(Gen.Byte.Array[1, 64], Gen.Byte.Array[1, 400]).Sample((key, message) =>
    {
        using var ours = new Blake2b(key);
        var digest = new ulong[8];
        ours.Hash(message, digest);
        var theirs = new Blake2bDigest(key, 64, null, null);
        theirs.BlockUpdate(message, 0, message.Length);
        var expected = new byte[64];
        theirs.DoFinal(expected, 0);
        return MemoryMarshal.AsBytes(digest.AsSpan()).SequenceEqual(expected);
    }, iter: 2000);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    public void A_message_that_fills_its_blocks_is_hashed_as_BouncyCastle_hashes_it(int length)
    {
        using var ours = new Blake2b([1]);
        var digest = new ulong[8];
        ours.Hash(new byte[length], digest);
        var theirs = new Blake2bDigest([1], 64, null, null);
        theirs.BlockUpdate(new byte[length], 0, length);
        var expected = new byte[64];
        theirs.DoFinal(expected, 0);
        Assert.Equal(expected, MemoryMarshal.AsBytes(digest.AsSpan()).ToArray());
    }
}
