using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>The login roles behind the walls. They belong to the server, not to one database, so migrations find them there.</summary>
internal static class DatabaseRoles
{
    /// <summary>Makes the role, or gives it this password when it exists.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5006: the account may not create roles.</exception>
    public static async Task EnsureAsync(NpgsqlConnection connection, string role, string password, CancellationToken ct)
    {
        try
        {
            // A utility statement takes no parameters; format(%L) quotes the password on the server.
            await using var quote = new NpgsqlCommand("select format(case when exists (select from pg_roles where rolname = $1) then 'alter role %I login password %L' else 'create role %I login password %L' end, $1, $2)", connection)
            {
                Parameters = { new() { Value = role }, new() { Value = password } },
            };
            await using var run = new NpgsqlCommand((string)(await quote.ExecuteScalarAsync(ct))!, connection);
            await run.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw StorageErrors.NoRole(role);
        }
    }

    /// <summary>Makes those of the roles that are missing, for an outside database whose owner may create roles; existing ones keep their passwords.</summary>
    public static async Task EnsureMissingAsync(NpgsqlConnection owner, DatabaseAddresses addresses, CancellationToken ct)
    {
        foreach (var (role, address) in new[] { ("rp_web", addresses.Web), ("rp_linkage", addresses.Linkage) })
        {
            await using var exists = new NpgsqlCommand("select 1 from pg_roles where rolname = $1", owner) { Parameters = { new() { Value = role } } };
            if (await exists.ExecuteScalarAsync(ct) is not null)
                continue;
            var password = address is null ? null : new NpgsqlConnectionStringBuilder(address).Password;
            await EnsureAsync(owner, role, password ?? throw StorageErrors.NoRole(role), ct);
        }
    }
}
