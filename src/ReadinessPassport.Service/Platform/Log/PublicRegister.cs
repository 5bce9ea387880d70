using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Transparency.Notes;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>What anybody may know of the log: its newest checkpoint, each day's last root, and how many entries of which kind, small numbers hidden.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="PublicKey">Its key, base64.</param>
/// <param name="Checkpoint">The newest checkpoint as it is signed; null before the first.</param>
/// <param name="Size">Its entries.</param>
/// <param name="Witnesses">Agencies that cosigned it.</param>
/// <param name="Days">The last thirty days on which one was made, newest first.</param>
/// <param name="Kinds">Entries by kind, most first.</param>
public sealed record PublicRegister(string Origin, string PublicKey, string? Checkpoint, long Size, IReadOnlyList<string> Witnesses, IReadOnlyList<RegisterDay> Days, IReadOnlyList<RegisterKind> Kinds)
{
    private const string DaysSql = "select distinct on (day) day, size, root from (select (made_at at time zone 'UTC')::date as day, size, root from log.checkpoint where made_at > now() - interval '30 days') c order by day desc, size desc";

    /// <summary>Counts below it are not shown.</summary>
    public const int Threshold = 11;

    internal static async Task<PublicRegister> ReadAsync(WebDatabase database, Checkpoints checkpoints, LogKey key, CancellationToken ct)
    {
        var (days, kinds) = (new List<RegisterDay>(), new List<RegisterKind>());
        await using (var command = database.Source.CreateCommand(DaysSql))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
                days.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), Convert.ToBase64String(reader.GetFieldValue<byte[]>(2))));
        }
        var newest = await checkpoints.NewestAsync(ct);
        var head = newest is null ? null : Transparency.Notes.Checkpoint.Parse(newest);
        // Only what a checkpoint has signed: the page and the log then say the same.
        await using (var command = database.Source.CreateCommand("select kind, count(*) from log.entry where index < $1 group by kind order by count(*) desc, kind"))
        {
            command.Parameters.Add(new() { Value = head?.Size ?? 0 });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                kinds.Add(new(reader.GetString(0), reader.GetInt64(1)));
        }
        return new(key.Origin, Convert.ToBase64String(key.Signer.Key.PublicKey), newest?.ToString(), head?.Size ?? 0, [.. newest?.Signatures.Select(s => s.Name).Where(n => n != key.Origin) ?? []], days, Hidden(kinds));
    }

    // The number of all entries stands on the page: what is hidden must not be its difference to what is shown.
    private static List<RegisterKind> Hidden(List<RegisterKind> kinds)
    {
        var shown = kinds.Count(k => k.Count >= Threshold);
        while (shown > 0 && shown < kinds.Count && kinds.Skip(shown).Sum(k => k.Count) < Threshold)
            shown--;
        return [.. kinds.Select((k, i) => i < shown ? k : k with { Count = null })];
    }
}
