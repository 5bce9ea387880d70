using Npgsql;
using NpgsqlTypes;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The agencies of this hub and their public keys.</summary>
internal sealed class Agencies(WebDatabase database)
{
    /// <summary>Whether the agency is known and not suspended.</summary>
    public async Task<bool> IsActiveAsync(string code, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select 1 from identity.agency where code = $1 and state = 'active'");
        command.Parameters.Add(new() { Value = code });
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>The public identity of an active agency; null when it is unknown or suspended.</summary>
    public async Task<PublicIdentity?> IdentityAsync(DataOwnerId code, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select public_identity from identity.agency where code = $1 and state = 'active'");
        command.Parameters.Add(new() { Value = code.Code });
        return await command.ExecuteScalarAsync(ct) is string text ? PublicIdentity.Parse(code.Code, text) : null;
    }

    /// <summary>All agencies, by code.</summary>
    public async Task<IReadOnlyList<Agency>> ListAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select code, name, state, fingerprint, added_at from identity.agency order by code");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var agencies = new List<Agency>();
        while (await reader.ReadAsync(ct))
            agencies.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)));
        return agencies;
    }

    /// <summary>Adds an agency, or gives a known one a new name and new keys; it is active afterwards.</summary>
    public async Task AddAsync(PublicIdentity identity, string name, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("""
            insert into identity.agency (code, name, public_identity, fingerprint) values ($1, $2, $3, $4)
            on conflict (code) do update set name = excluded.name, public_identity = excluded.public_identity, fingerprint = excluded.fingerprint, state = 'active', suspended_at = null
            """);
        command.Parameters.Add(new() { Value = identity.Agency.Code });
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = identity.Document.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = identity.Fingerprint });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Suspends: no new tokens, no sign-in, no accepted upload from now on.</summary>
    /// <exception cref="PassportException">RP5016: no such agency.</exception>
    public async Task SuspendAsync(DataOwnerId code, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("update identity.agency set state = 'suspended', suspended_at = coalesce(suspended_at, now()) where code = $1");
        command.Parameters.Add(new() { Value = code.Code });
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            throw SignInErrors.UnknownAgency(code);
    }
}
