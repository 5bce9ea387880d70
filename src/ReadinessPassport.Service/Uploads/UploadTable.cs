using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>The SQL of uploads. Every question is scoped to the agency that asks.</summary>
internal sealed class UploadTable(WebDatabase database)
{
    private const string Columns = "id, agency, kind, agreement, sha256, length, state, expires_at, rows, entry, entry_index, entry_at, problem";

    /// <summary>The agency's upload with this id; null when there is none, or it is another agency's.</summary>
    public async Task<Upload?> FindAsync(string id, DataOwnerId agency, CancellationToken ct) =>
        await ReadAsync($"select {Columns} from passport.upload where id = $1 and agency = $2", ct, id, agency.Code) is [var upload] ? upload : null;

    /// <summary>The upload with this id, for a job that was given it.</summary>
    public async Task<Upload?> FindAsync(string id, CancellationToken ct) =>
        await ReadAsync($"select {Columns} from passport.upload where id = $1", ct, id) is [var upload] ? upload : null;

    /// <summary>The agency's newest uploads, newest first.</summary>
    public Task<IReadOnlyList<Upload>> ListAsync(DataOwnerId agency, int count, CancellationToken ct) =>
        ReadAsync($"select {Columns} from passport.upload where agency = $1 order by created_at desc, id limit $2", ct, agency.Code, count);

    /// <summary>Uploads in progress of all agencies, for the sweep.</summary>
    public Task<IReadOnlyList<Upload>> UnfinishedAsync(CancellationToken ct) =>
        ReadAsync($"select {Columns} from passport.upload where state = 'receiving' or (state = 'checking' and completed_at < now() - interval '10 minutes') order by created_at", ct);

    /// <summary>Creates the upload, or finds the one that brings the same bytes.</summary>
    public async Task<Upload> CreateAsync(DataOwnerId agency, UploadRequest asked, DateTimeOffset expires, CancellationToken ct)
    {
        await using var insert = database.Source.CreateCommand("""
            insert into passport.upload (id, agency, kind, agreement, sha256, length, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (agency, kind, agreement, sha256) where state <> 'refused' do nothing
            """);
        foreach (var value in new object[] { ReferenceCode.New("U", 3), agency.Code, Word(asked.Kind), asked.Agreement, asked.Sha256, asked.Length, expires })
            insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(ct);
        return (await ReadAsync($"select {Columns} from passport.upload where agency = $1 and kind = $2 and agreement = $3 and sha256 = $4 and state <> 'refused'", ct, agency.Code, Word(asked.Kind), asked.Agreement, asked.Sha256)).Single();
    }

    /// <summary>Bytes announced by the agency's uploads in progress.</summary>
    public async Task<long> AnnouncedAsync(DataOwnerId agency, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select coalesce(sum(length), 0)::bigint from passport.upload where agency = $1 and state in ('receiving', 'checking')");
        command.Parameters.Add(new() { Value = agency.Code });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>All bytes are here.</summary>
    /// <returns>Whether this call made the change; another request may have been first.</returns>
    public async Task<bool> CompleteAsync(string id, CancellationToken ct) =>
        await ExecuteAsync("update passport.upload set state = 'checking', completed_at = now() where id = $1 and state = 'receiving'", ct, id) == 1;

    /// <summary>A chunk arrived: the time of expiry moves on.</summary>
    public Task<int> TouchAsync(string id, DateTimeOffset expires, CancellationToken ct) =>
        ExecuteAsync("update passport.upload set expires_at = $2 where id = $1 and state = 'receiving'", ct, id, expires);

    /// <summary>Forgets an upload that is not complete.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken ct) =>
        await ExecuteAsync("delete from passport.upload where id = $1 and state = 'receiving'", ct, id) == 1;

    /// <summary>Takes the upload's row for the rest of the transaction.</summary>
    /// <returns>Whether it still waits to be decided.</returns>
    public static async Task<bool> TakeAsync(NpgsqlTransaction transaction, string id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select 1 from passport.upload where id = $1 and state = 'checking' for update", transaction.Connection, transaction) { Parameters = { new() { Value = id } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>Writes the outcome; <paramref name="problem"/> is null when the upload was accepted.</summary>
    public static async Task DecideAsync(NpgsqlTransaction transaction, string id, LogReceipt receipt, int? rows, JsonObject? problem, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "update passport.upload set state = $2, decided_at = now(), rows = $3, entry = $4, entry_index = $5, entry_at = $6, problem = $7 where id = $1", transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = problem is null ? "accepted" : "refused" });
        command.Parameters.Add(new() { Value = (object?)rows ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = receipt.Entry });
        command.Parameters.Add(new() { Value = receipt.Index });
        command.Parameters.Add(new() { Value = receipt.At });
        command.Parameters.Add(new() { Value = (object?)problem?.ToJsonString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Word(UploadKind kind) => kind == UploadKind.Cohort ? "cohort" : "facts";

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<IReadOnlyList<Upload>> ReadAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var uploads = new List<Upload>();
        while (await reader.ReadAsync(ct))
        {
            uploads.Add(new(
                reader.GetString(0), reader.GetString(1), Enum.Parse<UploadKind>(reader.GetString(2), ignoreCase: true), reader.GetString(3), reader.GetFieldValue<byte[]>(4), reader.GetInt64(5),
                Enum.Parse<UploadState>(reader.GetString(6), ignoreCase: true), reader.GetFieldValue<DateTimeOffset>(7),
                await reader.IsDBNullAsync(8, ct) ? null : reader.GetInt32(8),
                await reader.IsDBNullAsync(9, ct) ? null : new(reader.GetString(9), reader.GetInt64(10), reader.GetFieldValue<DateTimeOffset>(11)),
                await reader.IsDBNullAsync(12, ct) ? null : JsonNode.Parse(reader.GetString(12))!.AsObject()));
        }
        return uploads;
    }
}
