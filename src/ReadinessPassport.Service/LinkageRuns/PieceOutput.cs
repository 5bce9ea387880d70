using Npgsql;
using NpgsqlTypes;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What pieces leave for later steps, in <c>linkage.piece_output</c>: bytes of the step's own form, cut into parts.</summary>
internal static class PieceOutput
{
    private const int LargestPart = 8 << 20;

    /// <summary>Replaces what the piece left before. Runs in the piece's own transaction.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string run, int step, int piece, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await using (var clear = new NpgsqlCommand("delete from linkage.piece_output where run = $1 and step = $2 and piece = $3", connection) { Parameters = { new() { Value = run }, new() { Value = step }, new() { Value = piece } } })
            await clear.ExecuteNonQueryAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync("copy linkage.piece_output (run, step, piece, part, bytes) from stdin (format binary)", ct);
        copy.Timeout = TimeSpan.Zero;
        for (var part = 0; part == 0 || part * LargestPart < bytes.Length; part++)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(run, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(step, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(piece, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(part, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(bytes.Slice(part * LargestPart, Math.Min(LargestPart, bytes.Length - part * LargestPart)), NpgsqlDbType.Bytea, ct);
        }
        await copy.CompleteAsync(ct);
    }

    /// <summary>What one piece left; empty when it left nothing.</summary>
    public static async Task<byte[]> ReadAsync(NpgsqlConnection connection, string run, int step, int piece, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select bytes from linkage.piece_output where run = $1 and step = $2 and piece = $3 order by part", connection) { Parameters = { new() { Value = run }, new() { Value = step }, new() { Value = piece } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        using var all = new MemoryStream();
        while (await reader.ReadAsync(ct))
            all.Write(reader.GetFieldValue<byte[]>(0));
        return all.ToArray();
    }

    /// <summary>What all pieces of a step left, in the order of the pieces, one after another.</summary>
    public static async IAsyncEnumerable<byte[]> ReadAllAsync(NpgsqlDataSource source, string run, int step, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select pieces from linkage.step where run = $1 and ordinal = $2", connection) { Parameters = { new() { Value = run }, new() { Value = step } } };
        var pieces = await command.ExecuteScalarAsync(ct) is int n ? n : 0;
        for (var piece = 0; piece < pieces; piece++)
            yield return await ReadAsync(connection, run, step, piece, ct);
    }
}
