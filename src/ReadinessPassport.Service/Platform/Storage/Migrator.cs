using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Helpers;
using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>
/// Brings the database to this version: the numbered SQL files beside this one, each in its own transaction, in order, once. Processes that
/// start together wait for one another. A file that has been released is never edited; a change is a new number.
/// </summary>
internal static class Migrator
{
    private const string Folder = ".Platform.Storage.Migrations.";

    /// <summary>The numbered files by name, in order.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
        [.. typeof(Migrator).Assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Runs what has not run yet.</summary>
    /// <param name="addresses">With the owner's address.</param>
    /// <param name="ct">Stops between two files at the latest.</param>
    /// <returns>The files that ran now.</returns>
    /// <exception cref="Vocabulary.PassportException">RP5006 a role is missing, RP5007 no owner's address, RP5008 a file failed, RP5009 no answer.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(DatabaseAddresses addresses, CancellationToken ct = default)
    {
        var address = addresses.Owner ?? throw StorageErrors.NoAddress("Passport");
        await using var source = NpgsqlDataSource.Create(address);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var alone = await AdvisoryLock.TakeAsync(connection, AdvisoryLock.Migrating, ct);
            await DatabaseRoles.EnsureMissingAsync(connection, addresses, ct);
            var result = await Task.Run(() => Upgrader(address).PerformUpgrade(), ct);
            if (!result.Successful)
                throw StorageErrors.MigrationFailed(ShortName(result.ErrorScript?.Name ?? "journal"), result.Error);
            await Jobs.JobTables.InstallAsync(connection, ct);
            return [.. result.Scripts.Select(s => ShortName(s.Name))];
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            throw StorageErrors.Unreachable(e.Message);
        }
    }

    /// <summary>Checks, for a process that may not migrate, that another has.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5009, RP5010.</exception>
    public static async Task CheckAsync(string address, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(address);
        try
        {
            await using var command = source.CreateCommand("select name from unnest($1) name where not exists (select from public.schema_version v where v.scriptname = name) limit 1");
            command.Parameters.Add(new() { Value = Scripts.ToArray() });
            if (await command.ExecuteScalarAsync(ct) is string missing)
                throw StorageErrors.NotMigrated(ShortName(missing));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw StorageErrors.NotMigrated(ShortName(Scripts[0]));
        }
        catch (NpgsqlException e)
        {
            throw StorageErrors.Unreachable(e.Message);
        }
    }

    private static UpgradeEngine Upgrader(string address) => DeployChanges.To.PostgresqlDatabase(address)
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), n => n.Contains(Folder, StringComparison.Ordinal))
        .JournalToPostgresqlTable("public", "schema_version")
        .WithTransactionPerScript()
        .WithVariablesDisabled() // function bodies are full of dollars
        .LogTo(new NoOpUpgradeLog())
        .Build();

    private static string ShortName(string resource)
    {
        var at = resource.IndexOf(Folder, StringComparison.Ordinal);
        return at < 0 ? resource : resource[(at + Folder.Length)..];
    }
}
