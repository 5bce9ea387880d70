using Xunit;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Platform.Storage.Embedded;

[assembly: Xunit.AssemblyFixture(typeof(ReadinessPassport.Service.Tests.Fixtures.TestCluster))]

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>
/// One embedded cluster for the whole test run, and in it one migrated database from which each test class gets a copy of its own.
/// Ask for it by <c>HubFixture</c> or <see cref="TestDatabase"/>, not directly.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "rp_template";
    private readonly string _folder = Directory.CreateTempSubdirectory("rp-service-tests-").FullName;
    private readonly SemaphoreSlim _copying = new(1, 1);
    private Task<DatabaseAddresses>? _template;
    private EmbeddedCluster? _cluster;
    private int _count;

    /// <summary>What the server itself logged.</summary>
    internal string ServerLog => File.ReadAllText(Path.Combine(_folder, "postgres", "server", "postgres.log"));

    /// <summary>Starts on first use, so that tests that need no database do not wait for one.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>How the superuser reaches a database of this cluster.</summary>
    internal NpgsqlConnectionStringBuilder Admin(string database) => _cluster!.Admin(database);

    /// <summary>A fresh copy of the migrated database.</summary>
    internal async Task<DatabaseAddresses> CopyAsync(CancellationToken ct)
    {
        await _copying.WaitAsync(ct);
        try
        {
            var template = await (_template ??= PrepareAsync(ct));
            var name = $"rp_test_{++_count}";
            await ExecuteAsync($"create database {name} template {Template} owner rp_owner", ct);
            return new(In(template.Owner), In(template.Web), In(template.Linkage));

            string In(string? address) => new NpgsqlConnectionStringBuilder(address) { Database = name, MaxPoolSize = 20 }.ConnectionString;
        }
        finally
        {
            _copying.Release();
        }
    }

    /// <summary>A database nothing has been migrated in.</summary>
    internal async Task<DatabaseAddresses> EmptyAsync(CancellationToken ct)
    {
        var copy = await CopyAsync(ct);
        var name = $"{new NpgsqlConnectionStringBuilder(copy.Owner).Database}_empty";
        await ExecuteAsync($"create database {name} template template0 owner rp_owner", ct);
        return new(In(copy.Owner), In(copy.Web), In(copy.Linkage));

        string In(string? address) => new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _copying.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<DatabaseAddresses> PrepareAsync(CancellationToken ct)
    {
        // Others may reach the folder, so that root can hand the server to another user.
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        _cluster = await EmbeddedCluster.StartAsync(_folder, PostgresBinaries.Find(), ct);
        await ExecuteAsync("alter system set fsync = off", ct); // the data of a test need not survive a power cut
        await ExecuteAsync("select pg_reload_conf()", ct);
        await ExecuteAsync("create role rp_owner login", ct);
        foreach (var role in DatabaseAddresses.Roles)
        {
            await using var connection = new NpgsqlConnection(_cluster.Admin().ConnectionString);
            await connection.OpenAsync(ct);
            await DatabaseRoles.EnsureAsync(connection, role, "test", ct);
        }
        await ExecuteAsync($"create database {Template} owner rp_owner", ct);
        var addresses = new DatabaseAddresses(Of("rp_owner"), Of("rp_web"), Of("rp_linkage"));
        await Migrator.MigrateAsync(addresses, ct);
        NpgsqlConnection.ClearAllPools(); // a database with connections cannot be copied
        return addresses;

        string Of(string role) => _cluster.Address(Template, role, "test").ConnectionString;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        var admin = _cluster!.Admin();
        admin.Pooling = false;
        await using var connection = new NpgsqlConnection(admin.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
