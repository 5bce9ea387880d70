namespace ReadinessPassport.Transparency.Tree;

/// <summary>Where the tiles of a tree lie: a database, a folder, another server. A door: whoever stores a log implements it.</summary>
public interface ITileReader
{
    /// <summary>The hashes of a tile, one after another.</summary>
    /// <returns><see cref="TileId.Width"/> × 32 bytes.</returns>
    ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileId tile, CancellationToken ct);
}
