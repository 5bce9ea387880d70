using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>
/// Appends to the log inside the transaction of the act it records: both happen or neither. Works as rp_web and as rp_linkage.
/// Appending takes the log's head until the transaction ends, so it comes last: <c>… ; await AuditLog.AppendAsync(tx, entry, ct); await tx.CommitAsync(ct);</c>
/// </summary>
internal static class AuditLog
{
    private const string Place = "\"at\":\"";

    /// <summary>Appends one entry.</summary>
    /// <param name="transaction">The act's own.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="ct">Cancels; the transaction is then of no use.</param>
    /// <returns>Good once the transaction has been committed.</returns>
    /// <exception cref="PostgresException">23503: no such kind; 23514: the leaf would pass 4 KiB; 42501: rp_linkage cannot name a subject.</exception>
    public static async Task<LogReceipt> AppendAsync(NpgsqlTransaction transaction, LogEntry entry, CancellationToken ct)
    {
        var payload = entry.Payload is null ? null : Transparency.Entries.Payload.Salted(entry.Payload);
        var subject = entry.Subject is { } person ? await SubjectAsync(transaction, person, entry.Id, ct) : null;
        var (before, after) = Leaf(entry, payload is null ? null : SHA256.HashData(payload), subject);
        await using var append = new NpgsqlCommand("select entry_index, entry_at from log.append($1, $2, $3, $4, $5)", transaction.Connection, transaction);
        append.Parameters.Add(new() { Value = before });
        append.Parameters.Add(new() { Value = after });
        append.Parameters.Add(new() { Value = payload is null ? DBNull.Value : SHA256.HashData(payload), NpgsqlDbType = NpgsqlDbType.Bytea });
        append.Parameters.Add(new() { Value = (object?)payload ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        append.Parameters.Add(new() { Value = entry.Retention });
        await using var reader = await append.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(entry.Id, reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
    }

    // The canonical bytes but for the time, which the database sets between the two halves.
    private static (string Before, string After) Leaf(LogEntry entry, byte[]? payload, string? subject)
    {
        var refs = new JsonObject();
        foreach (var (name, value) in entry.Refs)
            refs[name] = value;
        var leaf = new JsonObject
        {
            ["v"] = 1, ["kind"] = entry.Kind, ["entry"] = entry.Id, ["at"] = "",
            ["actor"] = new JsonObject { ["agency"] = entry.Actor.Agency, ["role"] = entry.Actor.Role },
            ["refs"] = refs,
        };
        if (payload is not null)
            leaf["payload"] = "sha256:" + Convert.ToHexStringLower(payload);
        if (subject is not null)
            leaf["subject"] = subject;
        var text = Encoding.UTF8.GetString(CanonicalJson.Serialize(leaf));
        // "actor" sorts before "at" and holds no member of that name, so the first occurrence after its end is ours.
        var at = text.IndexOf("}," + Place, StringComparison.Ordinal) + 2 + Place.Length;
        return (text[..at], text[at..]);
    }

    private static async Task<string> SubjectAsync(NpgsqlTransaction transaction, PersonKey person, string entry, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("select log.salt_of($1)", transaction.Connection, transaction) { Parameters = { new() { Value = person.Value } } };
        return "hmac:" + SubjectReference.Of((byte[])(await ask.ExecuteScalarAsync(ct))!, entry);
    }
}
