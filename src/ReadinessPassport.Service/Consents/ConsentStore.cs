using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Consents;

/// <summary>Consents as rows. Each is one grant; nothing in a row names a person, and only use and revocation ever change it.</summary>
internal sealed class ConsentStore(WebDatabase database)
{
    private const string Columns = """
        id, signing, form, language, text_sha256, captured_by, owner, handle, at_signing::text, signers::text, from_agencies, recipients::text, categories, purpose,
        covers_laws, statements, signed, expires, single_use, used_by, used_at, renews, revoked_at, revoked_by, receipt::text
        """;

    /// <summary>The next consent id, such as <c>C-2026-000381</c>. Numbers may have gaps.</summary>
    public static async Task<string> NextIdAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var next = new NpgsqlCommand("select nextval('passport.consent_number')", connection);
        return $"C-{now.Year:D4}-{(long)(await next.ExecuteScalarAsync(ct))!:D6}";
    }

    /// <summary>Stores a consent inside the caller's transaction.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, StoredConsent consent, CancellationToken ct)
    {
        const string Insert = """
            insert into passport.consent (id, signing, form, language, text_sha256, captured_by, owner, handle, at_signing, signers, from_agencies, recipients, categories,
                purpose, covers_laws, statements, signed, expires, single_use, renews, receipt)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """;
        var handle = new byte[RecordHandle.Length];
        consent.Handle.CopyTo(handle);
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = consent.Id },
                new() { Value = consent.Signing },
                new() { Value = consent.Form },
                new() { Value = consent.Language },
                new() { Value = consent.TextSha256 },
                new() { Value = consent.CapturedBy.Code },
                new() { Value = consent.Owner.Code },
                new() { Value = handle },
                Json(consent.AtSigning),
                Json(consent.Signers),
                new() { Value = consent.From.ToArray() },
                Json(consent.Recipients),
                new() { Value = consent.Categories.ToArray() },
                new() { Value = consent.Purpose },
                new() { Value = consent.CoversLaws.ToArray() },
                new() { Value = consent.Statements.ToArray() },
                new() { Value = consent.Signed },
                new() { Value = consent.Expires },
                new() { Value = consent.SingleUse },
                new() { Value = (object?)consent.Renews ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                Json(consent.Receipt),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The consents that one agency captured for one of its own records, oldest first; revoked and expired ones among them.</summary>
    /// <param name="connection">With <paramref name="hold"/>, one with an open transaction.</param>
    /// <param name="capturedBy">The agency that asks; it sees its own consents only.</param>
    /// <param name="handle">Its record.</param>
    /// <param name="hold">Keep a share lock until the transaction ends, so that no revocation is acknowledged while facts are read under the consent.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<StoredConsent>> OfRecordAsync(NpgsqlConnection connection, DataOwnerId capturedBy, RecordHandle handle, bool hold, CancellationToken ct)
    {
        var bytes = new byte[RecordHandle.Length];
        handle.CopyTo(bytes);
        await using var command = new NpgsqlCommand($"select {Columns} from passport.consent where captured_by = $1 and owner = $1 and handle = $2 order by id{(hold ? " for share" : "")}", connection)
        {
            Parameters = { new() { Value = capturedBy.Code }, new() { Value = bytes } },
        };
        return await ReadAsync(command, ct);
    }

    /// <summary>One consent of the agency; null when there is none, or another agency captured it.</summary>
    public async Task<StoredConsent?> FindAsync(DataOwnerId capturedBy, string id, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand($"select {Columns} from passport.consent where id = $1 and captured_by = $2");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = capturedBy.Code });
        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    /// <summary>Marks a consent revoked; waits for reads that hold it.</summary>
    /// <returns>False when it was revoked before.</returns>
    public static async Task<bool> RevokeAsync(NpgsqlConnection connection, string id, string relation, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update passport.consent set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = at.ToUniversalTime() }, new() { Value = relation } },
        };
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Uses a single-use consent up, inside the transaction of the disclosure it pays for.</summary>
    /// <returns>False when it was used before: then nothing may be disclosed.</returns>
    public static async Task<bool> UseAsync(NpgsqlConnection connection, string id, string decision, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update passport.consent set used_by = $2, used_at = $3 where id = $1 and used_at is null and revoked_at is null", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = decision }, new() { Value = at.ToUniversalTime() } },
        };
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static NpgsqlParameter Json<T>(T value) => new() { Value = JsonSerializer.Serialize(value, JsonSerializerOptions.Web), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static async Task<IReadOnlyList<StoredConsent>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var found = new List<StoredConsent>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            found.Add(new StoredConsent
            {
                Id = row.GetString(0),
                Signing = row.GetString(1),
                Form = row.GetString(2),
                Language = row.GetString(3),
                TextSha256 = row.GetString(4),
                CapturedBy = new(row.GetString(5)),
                Owner = new(row.GetString(6)),
                Handle = new(row.GetFieldValue<byte[]>(7)),
                AtSigning = Parse<SigningCircumstances>(row.GetString(8)),
                Signers = Parse<List<ConsentSigner>>(row.GetString(9)),
                From = row.GetFieldValue<string[]>(10),
                Recipients = Parse<List<ConsentRecipient>>(row.GetString(11)),
                Categories = row.GetFieldValue<string[]>(12),
                Purpose = row.GetString(13),
                CoversLaws = row.GetFieldValue<string[]>(14),
                Statements = row.GetFieldValue<string[]>(15),
                Signed = row.GetFieldValue<DateOnly>(16),
                Expires = row.GetFieldValue<DateOnly>(17),
                SingleUse = row.GetBoolean(18),
                UsedBy = row.IsDBNull(19) ? null : row.GetString(19),
                UsedAt = row.IsDBNull(20) ? null : row.GetFieldValue<DateTimeOffset>(20),
                Renews = row.IsDBNull(21) ? null : row.GetString(21),
                RevokedAt = row.IsDBNull(22) ? null : row.GetFieldValue<DateTimeOffset>(22),
                RevokedBy = row.IsDBNull(23) ? null : row.GetString(23),
                Receipt = Parse<ConsentReceipt>(row.GetString(24)),
            });
        }
        return found;
    }

    private static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A stored consent cannot be read.");
}
