using Npgsql;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The log's tiles as the database has them: leaf hashes beside the entries, the hashes above in log.node.</summary>
internal sealed class StoredTiles(NpgsqlDataSource source) : ITileReader
{
    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileId tile, CancellationToken ct)
    {
        await using var command = source.CreateCommand(tile.Level == 0
            ? "select leaf from log.entry where index >= $1 and index < $2 order by index"
            : "select hash from log.node where index >= $1 and index < $2 and level = $3 order by index");
        command.Parameters.Add(new() { Value = tile.Index * TileId.Complete });
        command.Parameters.Add(new() { Value = tile.Index * TileId.Complete + tile.Width });
        if (tile.Level > 0)
            command.Parameters.Add(new() { Value = tile.Level });
        var hashes = new byte[tile.Width * MerkleHash.Length];
        var count = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        for (; await reader.ReadAsync(ct); count++)
            reader.GetFieldValue<byte[]>(0).CopyTo(hashes, count * MerkleHash.Length);
        return count == tile.Width ? hashes : ReadOnlyMemory<byte>.Empty;
    }

    /// <summary>The entries of a level-0 tile; null when the log does not have as many.</summary>
    public async Task<byte[]?> EntriesAsync(long index, int width, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select bytes from log.entry where index >= $1 and index < $2 order by index");
        command.Parameters.Add(new() { Value = index * TileId.Complete });
        command.Parameters.Add(new() { Value = index * TileId.Complete + width });
        var entries = new List<byte[]>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            entries.Add(reader.GetFieldValue<byte[]>(0));
        return entries.Count == width ? EntryBundle.Write(entries) : null;
    }

    /// <summary>Makes sure the roots of all complete tiles of a tree of that size are stored, level by level.</summary>
    public async Task CompleteAsync(long size, CancellationToken ct)
    {
        for (var (level, complete) = (1, size >> 8); complete > 0; level++, complete >>= 8)
        {
            long have;
            await using (var count = source.CreateCommand("select coalesce(max(index) + 1, 0) from log.node where level = $1"))
            {
                count.Parameters.Add(new() { Value = level });
                have = (long)(await count.ExecuteScalarAsync(ct))!;
            }
            for (var index = have; index < complete; index++)
            {
                var tile = await ReadAsync(new(level - 1, index, TileId.Complete), ct);
                await using var insert = source.CreateCommand("insert into log.node (level, index, hash) values ($1, $2, $3) on conflict do nothing");
                insert.Parameters.Add(new() { Value = level });
                insert.Parameters.Add(new() { Value = index });
                insert.Parameters.Add(new() { Value = TiledTree.TileRoot(tile.Span) });
                await insert.ExecuteNonQueryAsync(ct);
            }
        }
    }
}
