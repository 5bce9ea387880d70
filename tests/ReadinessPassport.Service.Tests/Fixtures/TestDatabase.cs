using Npgsql;
using ReadinessPassport.Service.Platform.Storage;
using Xunit;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>
/// One test class's own migrated database: <c>public class MyTests(TestDatabase db) : IClassFixture&lt;TestDatabase&gt;</c>.
/// The tests of a class share it; make ids random rather than emptying tables.
/// </summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime
{
    private NpgsqlDataSource? _owner;
    private NpgsqlDataSource? _web;
    private NpgsqlDataSource? _linkage;

    /// <summary>The three roles' addresses.</summary>
    internal DatabaseAddresses Addresses { get; private set; } = null!;

    /// <summary>As rp_owner, for setting up and looking at what came of it.</summary>
    public NpgsqlDataSource Owner => _owner!;

    /// <summary>As rp_web.</summary>
    public NpgsqlDataSource Web => _web!;

    /// <summary>As rp_linkage.</summary>
    public NpgsqlDataSource Linkage => _linkage!;

    /// <summary>As the superuser, for pg_dump and for killing connections.</summary>
    internal NpgsqlConnectionStringBuilder Admin => cluster.Admin(new NpgsqlConnectionStringBuilder(Addresses.Owner).Database!);

    /// <summary>What the server itself logged, of all databases.</summary>
    internal string ServerLog => cluster.ServerLog;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Addresses = await cluster.CopyAsync(TestContext.Current.CancellationToken);
        _owner = NpgsqlDataSource.Create(Addresses.Owner!);
        _web = NpgsqlDataSource.Create(Addresses.Web!);
        _linkage = NpgsqlDataSource.Create(Addresses.Linkage!);
    }

    /// <summary>The data source of <c>rp_owner</c>, <c>rp_web</c> or <c>rp_linkage</c>.</summary>
    public NpgsqlDataSource As(string role) => role switch { "rp_owner" => Owner, "rp_web" => Web, "rp_linkage" => Linkage, _ => throw new ArgumentException(role, nameof(role)) };

    /// <summary>One value, as rp_owner, who may see everything.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var p in parameters)
            command.Parameters.Add(new() { Value = p });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T value ? value : default;
    }

    /// <summary>Runs a statement as <paramref name="role"/> and returns the SQLSTATE it was refused with, null when it was not.</summary>
    public async Task<string?> RefusalAsync(string role, string sql)
    {
        try
        {
            await using var command = As(role).CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { _owner, _web, _linkage })
        {
            if (source is not null)
                await source.DisposeAsync();
        }
    }
}
