using System.Runtime.CompilerServices;
using Npgsql;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>
/// Exports the log as docs/formats/log-bundle.md has it, up to the newest checkpoint that a quorum cosigned, or the newest of all while none is. The same
/// request over the same log gives the same bytes.
/// </summary>
internal sealed class BundleExport(WebDatabase database, Agencies agencies, LogKey key)
{
    private const int MostOlder = 256;

    /// <summary>Writes a bundle.</summary>
    /// <param name="output">Seekable and empty.</param>
    /// <param name="request">Which part.</param>
    /// <param name="policies">The texts that decided.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many entries the range has.</returns>
    /// <exception cref="PassportException">RP5034: the log has no checkpoint yet, or nothing lies in the range.</exception>
    public async Task<long> WriteAsync(Stream output, BundleRequest request, BundlePolicies policies, CancellationToken ct)
    {
        var newest = await NewestAsync(policies.Quorum, ct) ?? throw LogErrors.NothingToExport();
        var size = Checkpoint.Parse(newest).Size;
        var (from, until) = (await IndexAsync(request.From, 0, ct), Math.Min(size, await IndexAsync(request.To, size, ct)));
        if (from >= until)
            throw LogErrors.NothingToExport();
        await BundleWriter.WriteAsync(output, new BundleContents
        {
            Checkpoint = newest,
            Older = await OlderAsync(from, size, ct),
            Tiles = new StoredTiles(database.Source),
            From = from,
            Until = until,
            Complete = !request.Chooses,
            Entries = EntriesAsync(from, until, request, ct),
            Payload = PayloadAsync,
            Keys = new([key.Signer.Key], [.. await WitnessesAsync(ct)], policies.Quorum),
            Files = [.. policies.Files, .. await ReleasesAsync(from, until, ct)],
        }, ct);
        return until - from;
    }

    private async Task<SignedNote?> NewestAsync(int quorum, CancellationToken ct)
    {
        await using var command = Command("""
            select c.note, array(select s.line from log.cosignature s where s.size = c.size order by s.agency)
            from log.checkpoint c order by ((select count(*) from log.cosignature s where s.size = c.size) >= $1) desc, c.size desc limit 1
            """, quorum);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<string[]>(1).Aggregate(SignedNote.Parse(reader.GetString(0)), (note, line) => note.With(NoteSignature.Parse(line)!)) : null;
    }

    // A year has half a million checkpoints; evenly spaced ones show as much.
    private async Task<IReadOnlyList<SignedNote>> OlderAsync(long from, long size, CancellationToken ct)
    {
        await using var command = Command("""
            select note from (select note, size, row_number() over (order by size) as n, count(*) over () as total from log.checkpoint where size > $1 and size < $2) c
            where (n - 1) % greatest(1, ceil(total / $3::numeric)::bigint) = 0 order by size
            """, from, size, MostOlder);
        var notes = new List<SignedNote>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            notes.Add(SignedNote.Parse(reader.GetString(0)));
        return notes;
    }

    private async Task<long> IndexAsync(DateTimeOffset? at, long otherwise, CancellationToken ct)
    {
        if (at is null)
            return otherwise;
        await using var command = Command("select count(*) from log.entry where at < $1", at.Value.ToUniversalTime());
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async IAsyncEnumerable<(long, byte[])> EntriesAsync(long from, long until, BundleRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command("""
            select index, bytes from log.entry where index >= $1 and index < $2
                and ($3 = '' or split_part(convert_from(bytes, 'UTF8')::jsonb -> 'refs' ->> 'agreement', '@', 1) = $3)
                and ($4 = '' or convert_from(bytes, 'UTF8')::jsonb -> 'refs' ->> 'decision' = $4)
            order by index
            """, from, until, request.Agreement ?? "", request.Decision ?? "");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    private async ValueTask<PayloadAnswer> PayloadAsync(string sha256, CancellationToken ct)
    {
        await using var command = Command("select bytes, destroyed_under from log.payload where sha256 = $1", Convert.FromHexString(sha256));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return new(null, "missing");
        return reader.IsDBNull(0) ? new(null, $"destroyed under certificate {reader.GetString(1)}") : new(reader.GetFieldValue<byte[]>(0), null);
    }

    private async Task<List<NoteKey>> WitnessesAsync(CancellationToken ct)
    {
        var keys = new List<NoteKey>();
        foreach (var agency in await agencies.ListAsync(ct))
        {
            if (await agencies.IdentityAsync(new DataOwnerId(agency.Code), ct) is { } identity)
                keys.Add(new(agency.Code, identity.SigningKey));
        }
        return keys;
    }

    private async Task<List<BundleFile>> ReleasesAsync(long from, long until, CancellationToken ct)
    {
        await using var command = Command("select r.id, r.csv from passport.release r join log.entry e on e.id = r.log_entry where e.index >= $1 and e.index < $2 order by r.id", from, until);
        var files = new List<BundleFile>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            files.Add(new($"releases/{reader.GetString(0)}.csv", reader.GetFieldValue<byte[]>(1)));
        return files;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
