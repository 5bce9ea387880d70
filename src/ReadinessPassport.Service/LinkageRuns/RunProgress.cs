using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What the web role may see of runs: state, steps and the report. Counts and weights, no record.</summary>
internal sealed class RunProgress(WebDatabase database)
{
    private const string Columns = "r.id, r.agreement, r.state, r.requested_by, r.requested_at, r.started_at, r.ended_at, r.failure";

    /// <summary>The newest runs first.</summary>
    public async Task<IReadOnlyList<RunView>> ListAsync(int most, CancellationToken ct)
    {
        var found = new List<RunView>();
        await using var command = database.Source.CreateCommand($"select {Columns} from linkage.run r order by r.requested_at desc, r.id limit $1");
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(Read(row));
        return found;
    }

    /// <summary>One run with its steps and, once done, its report; null when there is none.</summary>
    public async Task<RunView?> FindAsync(string run, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        RunView? view = null;
        await using (var command = new Npgsql.NpgsqlCommand($"select {Columns}, p.report::text from linkage.run r left join linkage.run_report p on p.run = r.id where r.id = $1", connection) { Parameters = { new() { Value = run } } })
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (await row.ReadAsync(ct))
                view = Read(row) with { Report = row.IsDBNull(8) ? null : JsonNode.Parse(row.GetString(8)) };
        }
        if (view is null)
            return null;
        var steps = new List<RunStepView>();
        await using var more = new Npgsql.NpgsqlCommand("select name, pieces, remaining, planned_at is not null from linkage.step where run = $1 order by ordinal", connection) { Parameters = { new() { Value = run } } };
        await using var step = await more.ExecuteReaderAsync(ct);
        while (await step.ReadAsync(ct))
        {
            var (pieces, remaining) = (step.IsDBNull(1) ? 0 : step.GetInt32(1), step.IsDBNull(2) ? 0 : step.GetInt32(2));
            steps.Add(new(step.GetString(0), !step.GetBoolean(3) ? "waiting" : remaining > 0 ? "running" : "done", pieces - remaining, pieces));
        }
        return view with { Steps = steps };
    }

    /// <summary>The open run of an agreement; null when there is none.</summary>
    public async Task<string?> OpenRunOfAsync(string agreement, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select id from linkage.run where agreement = $1 and state in ('waiting', 'running', 'paused')");
        command.Parameters.Add(new() { Value = agreement });
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static RunView Read(Npgsql.NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetString(7));
}

/// <summary>A run as operators see it.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="Agreement">What it links.</param>
/// <param name="State">waiting, running, paused, done, failed or cancelled.</param>
/// <param name="RequestedBy">The agency that asked.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="StartedAt">When a linkage unit took it up.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record RunView(string Id, string Agreement, string State, string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string? Failure)
{
    /// <summary>The steps in order.</summary>
    public IReadOnlyList<RunStepView> Steps { get; init; } = [];

    /// <summary>What the run found out about itself: counts, weights, quality.</summary>
    public JsonNode? Report { get; init; }
}

/// <summary>A step of a run.</summary>
/// <param name="Name">Such as compare.</param>
/// <param name="State">waiting, running or done.</param>
/// <param name="Done">Pieces done.</param>
/// <param name="Total">Pieces in all.</param>
public sealed record RunStepView(string Name, string State, int Done, int Total);
