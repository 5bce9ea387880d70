namespace ReadinessPassport.Transparency.Tree;

/// <summary>Tiles made from all leaf hashes in memory: for verifiers that hold every entry, and for tests.</summary>
public sealed class LeafTiles : ITileReader
{
    private readonly List<byte[]> _leaves;

    /// <summary>Takes the leaf hashes in order.</summary>
    public LeafTiles(IEnumerable<byte[]> leaves) => _leaves = [.. leaves];

    /// <summary>The tree of the first <paramref name="size"/> leaves, or of all.</summary>
    public TiledTree Tree(long? size = null) => new(this, size ?? _leaves.Count);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileId tile, CancellationToken ct)
    {
        var bytes = new byte[tile.Width * MerkleHash.Length];
        for (var i = 0; i < tile.Width; i++)
            Hash(tile.Level, tile.Index * TileId.Complete + i).CopyTo(bytes, i * MerkleHash.Length);
        return new(bytes);
    }

    private byte[] Hash(int level, long index)
    {
        if (level == 0)
            return _leaves[(int)index];
        var below = new byte[TileId.Complete * MerkleHash.Length];
        for (var i = 0; i < TileId.Complete; i++)
            Hash(level - 1, index * TileId.Complete + i).CopyTo(below, i * MerkleHash.Length);
        return TiledTree.TileRoot(below);
    }
}
