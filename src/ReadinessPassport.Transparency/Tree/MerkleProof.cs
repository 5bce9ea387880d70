using System.Security.Cryptography;

namespace ReadinessPassport.Transparency.Tree;

/// <summary>Verifies proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 write them down; needs nothing but the proof, so anybody can.</summary>
public static class MerkleProof
{
    /// <summary>Whether the leaf lies at <paramref name="index"/> in the tree of <paramref name="size"/> leaves with this root.</summary>
    /// <returns>False also for a proof of the wrong length or with hashes of the wrong length.</returns>
    public static bool Includes(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size || leaf.Length != MerkleHash.Length || path.Any(h => h.Length != MerkleHash.Length))
            return false;
        var (f, s) = (index, size - 1);
        var hash = leaf.ToArray();
        foreach (var sibling in path)
        {
            if (s == 0)
                return false;
            if ((f & 1) == 1 || f == s)
            {
                hash = MerkleHash.Node(sibling, hash);
                while ((f & 1) == 0 && f != 0)
                    (f, s) = (f >> 1, s >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }
            (f, s) = (f >> 1, s >> 1);
        }
        return s == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>Whether the tree of <paramref name="older"/> leaves with the first root is a prefix of the newer one: nothing was changed or dropped in between.</summary>
    /// <returns>False also when the older tree is larger. An empty tree is a prefix of every tree; equal sizes must have equal roots and an empty proof.</returns>
    public static bool Extends(long older, ReadOnlySpan<byte> olderRoot, long newer, ReadOnlySpan<byte> newerRoot, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (older < 0 || older > newer || proof.Any(h => h.Length != MerkleHash.Length))
            return false;
        if (older == newer)
            return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(olderRoot, newerRoot);
        if (older == 0)
            return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(olderRoot, MerkleHash.Empty());
        var rest = proof.AsEnumerable();
        byte[] first;
        if (long.IsPow2(older))
            first = olderRoot.ToArray();
        else if (proof.Count == 0)
            return false;
        else
            (first, rest) = (proof[0], proof.Skip(1));
        var (f, s) = (older - 1, newer - 1);
        while ((f & 1) == 1)
            (f, s) = (f >> 1, s >> 1);
        var (one, two) = (first, first);
        foreach (var hash in rest)
        {
            if (s == 0)
                return false;
            if ((f & 1) == 1 || f == s)
            {
                (one, two) = (MerkleHash.Node(hash, one), MerkleHash.Node(hash, two));
                while ((f & 1) == 0 && f != 0)
                    (f, s) = (f >> 1, s >> 1);
            }
            else
            {
                two = MerkleHash.Node(two, hash);
            }
            (f, s) = (f >> 1, s >> 1);
        }
        return s == 0 && CryptographicOperations.FixedTimeEquals(one, olderRoot) && CryptographicOperations.FixedTimeEquals(two, newerRoot);
    }
}
