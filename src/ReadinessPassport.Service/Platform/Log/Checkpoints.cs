using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>
/// Signed heads of the log. A new one is signed only when the tree still extends the last: a log that was rewritten underneath gets no further
/// checkpoint, and the hub says that it is not ready.
/// </summary>
internal sealed class Checkpoints(WebDatabase database, LogKey key, IOptions<LogOptions> options, TimeProvider clock)
{
    private readonly StoredTiles _tiles = new(database.Source);
    private DateTimeOffset _waitingSince = DateTimeOffset.MaxValue;

    /// <summary>Why no checkpoint can be made; null when all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>Makes one over every committed entry, unless the last has them all. Releases call this before they tell of themselves.</summary>
    /// <returns>The newest checkpoint's size.</returns>
    /// <exception cref="Vocabulary.PassportException">RP5031: the log no longer extends the last checkpoint.</exception>
    public async Task<long> MakeAsync(CancellationToken ct)
    {
        var size = await SizeAsync(ct);
        var last = await LastAsync(ct);
        if (last is { } known && known.Size >= size && size > 0)
            return known.Size;
        if (size == 0)
            return 0;
        await _tiles.CompleteAsync(size, ct);
        var tree = new TiledTree(_tiles, size);
        await CheckExtendsAsync(last, size, ct);
        var checkpoint = new Checkpoint(key.Origin, size, await tree.RootAsync(ct));
        await using var insert = database.Source.CreateCommand("insert into log.checkpoint (size, root, note, made_at) values ($1, $2, $3, $4) on conflict do nothing");
        foreach (var value in new object[] { size, checkpoint.Root, key.Signer.Sign(checkpoint.Text).ToString(), clock.GetUtcNow() })
            insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(ct);
        return size;
    }

    /// <summary>Makes one when 256 entries wait, or the first that waits has done so for the configured time.</summary>
    public async Task MakeWhenDueAsync(CancellationToken ct)
    {
        var waiting = await SizeAsync(ct) - ((await LastAsync(ct))?.Size ?? 0);
        if (waiting == 0)
            _waitingSince = DateTimeOffset.MaxValue;
        else if (_waitingSince == DateTimeOffset.MaxValue)
            _waitingSince = clock.GetUtcNow();
        if (waiting == 0 || (waiting < options.Value.CheckpointEntries && clock.GetUtcNow() - _waitingSince < options.Value.CheckpointEvery))
            return;
        await MakeAsync(ct);
        _waitingSince = DateTimeOffset.MaxValue;
    }

    /// <summary>The newest checkpoint with its cosignatures, as it is served; null when there is none yet.</summary>
    public async Task<SignedNote?> NewestAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select c.note, array(select s.line from log.cosignature s where s.size = c.size order by s.agency) from log.checkpoint c order by c.size desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        return reader.GetFieldValue<string[]>(1).Aggregate(SignedNote.Parse(reader.GetString(0)), (note, line) => note.With(NoteSignature.Parse(line)!));
    }

    private async Task CheckExtendsAsync((long Size, byte[] Root)? last, long size, CancellationToken ct)
    {
        if (last is not { } known)
            return;
        byte[]? recomputed = null;
        if (known.Size <= size)
        {
            try
            {
                recomputed = await new TiledTree(_tiles, known.Size).RootAsync(ct);
            }
            catch (InvalidDataException)
            {
                // entries are missing
            }
        }
        Fault = recomputed is not null && CryptographicOperations.FixedTimeEquals(recomputed, known.Root) ? null : $"the log does not extend its checkpoint of {known.Size} entries";
        if (Fault is not null)
            throw LogErrors.Rewritten(known.Size);
    }

    private async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select size from log.head");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<(long Size, byte[] Root)?> LastAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select size, root from log.checkpoint order by size desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }
}
