using Npgsql;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>The rows of runs and steps, as the linkage unit keeps them. Every change says whether it was made, so that asking twice does no harm.</summary>
internal sealed class RunStore(LinkageDatabase database)
{
    /// <summary>Makes the run with its steps and fixes the packages: of each owner the newest accepted under the agreement.</summary>
    /// <returns>False when the run exists, or another run of the agreement is open.</returns>
    public async Task<bool> BeginAsync(string run, string agreement, string requestedBy, string[] steps, CancellationToken ct)
    {
        const string Make = """
            insert into linkage.run (id, agreement, requested_by, state, started_at) values ($1, $2, $3, 'running', now()) on conflict do nothing
            """;
        const string Packages = """
            insert into linkage.run_package (run, ordinal, upload, owner, rows)
            select $1, row_number() over (order by owner) - 1, upload, owner, rows
            from (select distinct on (owner) upload, owner, rows from linkage.inbox_package where agreement = $2 order by owner, received_at desc, upload) newest
            """;
        const string Steps = "insert into linkage.step (run, ordinal, name) select $1, n - 1, name from unnest($2::text[]) with ordinality as s(name, n)";
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await ExecuteAsync(connection, Make, ct, run, agreement, requestedBy) == 0)
            return false;
        await ExecuteAsync(connection, Packages, ct, run, agreement);
        await ExecuteAsync(connection, Steps, ct, run, steps);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>The first step that has no plan yet, or the number of steps when all are done; null when the run waits for pieces, or is over.</summary>
    public async Task<int?> NextToPlanAsync(string run, CancellationToken ct)
    {
        const string Next = """
            select coalesce(min(s.ordinal) filter (where s.planned_at is null), count(*)::int)
            from linkage.run r join linkage.step s on s.run = r.id
            where r.id = $1 and r.state = 'running'
            group by r.id
            having coalesce(max(s.remaining), 0) = 0
            """;
        await using var command = database.Source.CreateCommand(Next);
        command.Parameters.Add(new() { Value = run });
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    /// <summary>Runs without a piece to do that have not ended.</summary>
    public async Task<IReadOnlyList<string>> StandingStillAsync(CancellationToken ct)
    {
        const string Still = """
            select id from linkage.run r where state = 'running'
              and not exists (select from linkage.piece p where p.run = r.id and p.done_at is null) order by id
            """;
        var found = new List<string>();
        await using var command = database.Source.CreateCommand(Still);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>Lays the pieces of a step out.</summary>
    /// <returns>False when the step has been planned before.</returns>
    public async Task<bool> PlanAsync(string run, int ordinal, int pieces, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await ExecuteAsync(connection, "update linkage.step set pieces = $3, remaining = $3, planned_at = now() where run = $1 and ordinal = $2 and planned_at is null", ct, run, ordinal, pieces) == 0)
            return false;
        await ExecuteAsync(connection, "insert into linkage.piece (run, step, piece) select $1, $2, generate_series(0, $3 - 1)", ct, run, ordinal, pieces);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Marks the run done and drops what its pieces left for one another.</summary>
    public async Task EndAsync(string run, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await ExecuteAsync(connection, "update linkage.run set state = 'done', ended_at = now() where id = $1 and state = 'running'", ct, run) > 0)
            await ExecuteAsync(connection, "delete from linkage.piece_output where run = $1", ct, run);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Marks the run failed; a run that has ended stays as it is.</summary>
    public async Task FailAsync(string run, string reason, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, "update linkage.run set state = 'failed', ended_at = now(), failure = $2 where id = $1 and state in ('waiting', 'running', 'paused')", ct, run, reason);
    }

    /// <summary>The packages a run links, in the order of its sources.</summary>
    public async Task<IReadOnlyList<RunPackage>> PackagesAsync(string run, CancellationToken ct)
    {
        const string Packages = "select p.upload, p.owner, p.rows, r.agreement from linkage.run_package p join linkage.run r on r.id = p.run where p.run = $1 order by p.ordinal";
        var found = new List<RunPackage>();
        await using var command = database.Source.CreateCommand(Packages);
        command.Parameters.Add(new() { Value = run });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3)));
        return found;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
