using Npgsql;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The witnesses' cosignatures: verified under the agency's registered signing key before they are kept and logged.</summary>
internal sealed class Cosignatures(WebDatabase database, Agencies agencies)
{
    /// <summary>Keeps a cosignature; keeping it twice changes nothing.</summary>
    /// <returns>False when it does not verify, or there is no such checkpoint.</returns>
    public async Task<bool> TakeAsync(CosignatureRequest request, DataOwnerId agency, CancellationToken ct)
    {
        if (await agencies.IdentityAsync(agency, ct) is not { } identity || NoteSignature.Parse(request.Line) is not { } line || line.Name != agency.Code)
            return false;
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var find = new NpgsqlCommand("select note from log.checkpoint where size = $1", connection, transaction) { Parameters = { new() { Value = request.Size } } };
        if (await find.ExecuteScalarAsync(ct) is not string note || new NoteKey(agency.Code, identity.SigningKey).WitnessedAt(SignedNote.Parse(note).With(line)) is null)
            return false;
        await using var insert = new NpgsqlCommand("insert into log.cosignature (size, agency, line) values ($1, $2, $3) on conflict do nothing", connection, transaction);
        foreach (var value in new object[] { request.Size, agency.Code, line.ToString() })
            insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>When the newest checkpoint that at least <paramref name="quorum"/> agencies cosigned was made; null when none was.</summary>
    public async Task<DateTimeOffset?> NewestWithQuorumAsync(int quorum, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select max(c.made_at) from log.checkpoint c where (select count(*) from log.cosignature s where s.size = c.size) >= $1");
        command.Parameters.Add(new() { Value = quorum });
        return await command.ExecuteScalarAsync(ct) is DateTime at ? new DateTimeOffset(at) : null;
    }
}
