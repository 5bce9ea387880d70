using System.Security.Cryptography;

namespace ReadinessPassport.Transparency.Tree;

/// <summary>The two hashes of RFC 6962 §2.1. Their first byte differs, so that no inner node can be passed off as a leaf.</summary>
public static class MerkleHash
{
    /// <summary>Bytes in a hash: SHA-256.</summary>
    public const int Length = 32;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ entry).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <exception cref="ArgumentException">A child does not have 32 bytes.</exception>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != Length || right.Length != Length)
            throw new ArgumentException("A hash has 32 bytes.", nameof(left));
        Span<byte> both = stackalloc byte[1 + 2 * Length];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Length)..]);
        return SHA256.HashData(both);
    }
}
