using Hangfire.PostgreSql;
using Npgsql;

namespace ReadinessPassport.Service.Platform.Jobs;

/// <summary>Hangfire's own tables. The migrating role installs them, so that the roles that run jobs own nothing.</summary>
internal static class JobTables
{
    /// <summary>The schema they lie in.</summary>
    public const string Schema = "hangfire";

    // Both roles use the queues: rp_web asks for work, rp_linkage does it. Jobs carry ids only, so neither learns anything from them.
    private const string Grants = """
        grant usage on schema hangfire to rp_web, rp_linkage;
        grant select, insert, update, delete on all tables in schema hangfire to rp_web, rp_linkage;
        grant usage, select, update on all sequences in schema hangfire to rp_web, rp_linkage;
        """;

    /// <summary>Makes or updates the tables and grants their use; run under the migration lock.</summary>
    public static async Task InstallAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        PostgreSqlObjectsInstaller.Install(owner, Schema);
        await using var grant = new NpgsqlCommand(Grants, owner);
        await grant.ExecuteNonQueryAsync(ct);
    }
}
