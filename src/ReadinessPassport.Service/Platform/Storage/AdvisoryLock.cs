using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>A lock of the database's that nothing is stored for: it ends with the connection, also when the process is killed.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    /// <summary>Held while databases and roles are made.</summary>
    public const long Preparing = 0x5250_0001;

    /// <summary>Held while migrations run.</summary>
    public const long Migrating = 0x5250_0002;

    private readonly NpgsqlConnection _connection;
    private readonly long _key;

    private AdvisoryLock(NpgsqlConnection connection, long key)
    {
        _connection = connection;
        _key = key;
    }

    /// <summary>Waits for the lock on an open connection.</summary>
    public static async Task<AdvisoryLock> TakeAsync(NpgsqlConnection connection, long key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = key } }, CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
        return new(connection, key);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", _connection) { Parameters = { new() { Value = _key } } };
        await command.ExecuteNonQueryAsync();
    }
}
