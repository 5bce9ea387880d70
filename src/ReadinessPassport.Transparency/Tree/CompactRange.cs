namespace ReadinessPassport.Transparency.Tree;

/// <summary>
/// The right edge of a growing tree: one hash for each complete subtree, at most 63. Appending a leaf costs O(1) hashes on average and O(log n) at most, and no
/// look at what was appended before. For whoever goes through a log once, from its first entry.
/// </summary>
public sealed class CompactRange
{
    private readonly List<byte[]> _peaks = [];

    /// <summary>How many leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Appends a leaf's hash.</summary>
    /// <exception cref="ArgumentException">It does not have 32 bytes.</exception>
    public void Append(byte[] leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (leaf.Length != MerkleHash.Length)
            throw new ArgumentException("A hash has 32 bytes.", nameof(leaf));
        // Two subtrees of one height become one of the next: as many times as the old size ends in ones.
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            leaf = MerkleHash.Node(_peaks[^1], leaf);
            _peaks.RemoveAt(_peaks.Count - 1);
        }
        _peaks.Add(leaf);
        Size++;
    }

    /// <summary>The root over all leaves so far; that of the empty tree before the first.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0)
            return MerkleHash.Empty();
        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--)
            root = MerkleHash.Node(_peaks[i], root);
        return root;
    }
}
