using Npgsql;
using ReadinessPassport.Service.Platform.Storage.Embedded;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>The database this process works with: an outside one when connection strings are configured, else the embedded cluster below the data folder.</summary>
internal sealed class HubStorage : IAsyncDisposable
{
    private const string Database = "passport";
    private readonly EmbeddedCluster? _cluster;

    private HubStorage(DatabaseAddresses addresses, EmbeddedCluster? cluster)
    {
        Addresses = addresses;
        _cluster = cluster;
    }

    /// <summary>How each role reaches the database.</summary>
    public DatabaseAddresses Addresses { get; }

    /// <summary>Whether the database is the hub's own.</summary>
    public bool IsEmbedded => _cluster is not null;

    /// <summary>Finds or starts the database. Safe to call from any number of processes at once.</summary>
    /// <param name="configuration">May name an outside database (<c>ConnectionStrings:Passport</c>, <c>:Web</c>, <c>:Linkage</c>) or the folder of the PostgreSQL programs (<c>Postgres:Binaries</c>).</param>
    /// <param name="dataFolder">The hub's data folder, made when it does not exist.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Vocabulary.PassportException">RP5001 to RP5005.</exception>
    public static async Task<HubStorage> OpenAsync(IConfiguration configuration, string dataFolder, CancellationToken ct = default)
    {
        if (DatabaseAddresses.Configured(configuration) is { } outside)
            return new(outside, cluster: null);
        Directory.CreateDirectory(dataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var cluster = await EmbeddedCluster.StartAsync(dataFolder, PostgresBinaries.Find(configuration["Postgres:Binaries"]), ct);
        try
        {
            return new(await PrepareAsync(cluster, dataFolder, ct), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The database as role rp_web, for a command; dispose it before the storage.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5007: the role's address was not given.</exception>
    public WebDatabase Web() => new(NpgsqlDataSource.Create(Addresses.Web ?? throw StorageErrors.NoAddress("Web")));

    /// <summary>Leaves the embedded cluster, which stops when nobody else uses it; an outside database is left alone.</summary>
    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<DatabaseAddresses> PrepareAsync(EmbeddedCluster cluster, string dataFolder, CancellationToken ct)
    {
        await using var admin = NpgsqlDataSource.Create(cluster.Admin());
        await using var connection = await admin.OpenConnectionAsync(ct);
        await using var alone = await AdvisoryLock.TakeAsync(connection, AdvisoryLock.Preparing, ct);
        var known = DatabaseAddresses.Read(dataFolder);
        var passwords = DatabaseAddresses.Roles.Zip([known?.Owner, known?.Web, known?.Linkage], (role, address) =>
            (Role: role, Password: address is null ? DatabaseAddresses.NewPassword() : new NpgsqlConnectionStringBuilder(address).Password!)).ToList();
        foreach (var (role, password) in passwords)
            await DatabaseRoles.EnsureAsync(connection, role, password, ct);
        await using (var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = Database } } })
        {
            if (await exists.ExecuteScalarAsync(ct) is null)
                await ExecuteAsync(connection, $"create database {Database} owner rp_owner", ct);
        }
        var now = new DatabaseAddresses(Of(0), Of(1), Of(2));
        if (now != known)
            now.Write(dataFolder); // also when the socket has moved
        return now;

        string Of(int i) => cluster.Address(Database, passwords[i].Role, passwords[i].Password).ConnectionString;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
