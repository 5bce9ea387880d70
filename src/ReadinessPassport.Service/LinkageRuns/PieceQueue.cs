using System.Diagnostics;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>The pieces that wait to be done, shared by any number of linkage units on any number of machines.</summary>
/// <remarks>A piece is a locked row while somebody works on it: a process that dies gives it back at once, and nobody has to notice.</remarks>
internal sealed class PieceQueue(LinkageDatabase database)
{
    private const string Take = """
        select p.run, p.step, p.piece
        from linkage.piece p join linkage.run r on r.id = p.run
        where p.done_at is null and r.state = 'running'
        order by p.run, p.step, p.piece
        limit 1
        for update of p skip locked
        """;

    private const string Mark = "update linkage.piece set done_at = now(), seconds = $4 where run = $1 and step = $2 and piece = $3";

    // The row of the step is touched last and for a moment only, so that pieces do not wait for one another.
    private const string CountDown = "update linkage.step set remaining = remaining - 1 where run = $1 and ordinal = $2 returning remaining";

    /// <summary>Takes one piece, lets <paramref name="work"/> do it and marks it, all in one transaction.</summary>
    /// <returns>The piece and how many of its step are left; null when nothing waits.</returns>
    public async Task<FinishedPiece?> DoOneAsync(Func<string, int, int, NpgsqlConnection, Task> work, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TakeAsync(connection, ct) is not var (run, step, piece))
            return null;
        var started = Stopwatch.GetTimestamp();
        try
        {
            await work(run, step, piece, connection);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new PieceFailedException(run, step, piece, e);
        }
        await using (var mark = new NpgsqlCommand(Mark, connection) { Parameters = { new() { Value = run }, new() { Value = step }, new() { Value = piece }, new() { Value = Stopwatch.GetElapsedTime(started).TotalSeconds } } })
            await mark.ExecuteNonQueryAsync(ct);
        await using var countDown = new NpgsqlCommand(CountDown, connection) { Parameters = { new() { Value = run }, new() { Value = step } } };
        var remaining = (int)(await countDown.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return new(run, step, piece, remaining);
    }

    private static async Task<(string Run, int Step, int Piece)?> TakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Take, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)) : null;
    }
}
