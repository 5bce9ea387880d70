using Npgsql;
using NpgsqlTypes;

namespace ReadinessPassport.Service.Uploads;

/// <summary>The letterbox between the wings: drops an accepted package in, as it was signed. Role rp_web cannot take it out or look at it again.</summary>
internal static class Letterbox
{
    private const int PartSize = 1 << 20;

    /// <summary>Drops a package in, in parts of 1 MiB, with bounded memory.</summary>
    public static async Task DropAsync(NpgsqlTransaction transaction, Upload upload, Stream package, string schemaSha256, int rows, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        await using (var describe = new NpgsqlCommand("insert into linkage.inbox_package (upload, agreement, owner, sha256, schema_sha256, rows) values ($1, $2, $3, $4, $5, $6)", connection, transaction))
        {
            foreach (var value in new object[] { upload.Id, upload.Agreement, upload.Agency, Convert.ToHexStringLower(upload.Sha256), schemaSha256, rows })
                describe.Parameters.Add(new() { Value = value });
            await describe.ExecuteNonQueryAsync(ct);
        }
        await using var copy = await connection.BeginBinaryImportAsync("copy linkage.inbox_part (upload, part, bytes) from stdin (format binary)", ct);
        copy.Timeout = TimeSpan.Zero;
        var buffer = new byte[PartSize];
        for (var part = 0; await package.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false, ct) is > 0 and var read; part++)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(upload.Id, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(part, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(buffer.AsMemory(0, read), NpgsqlDbType.Bytea, ct);
        }
        await copy.CompleteAsync(ct);
    }

    /// <summary>Tells the linkage unit that an agency took these records back.</summary>
    public static async Task WithdrawAsync(NpgsqlTransaction transaction, string owner, string agreement, IEnumerable<byte[]> handles, CancellationToken ct)
    {
        await using var copy = await transaction.Connection!.BeginBinaryImportAsync("copy linkage.inbox_withdrawal (owner, agreement, handle) from stdin (format binary)", ct);
        copy.Timeout = TimeSpan.Zero;
        foreach (var handle in handles)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(owner, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(agreement, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(handle, NpgsqlDbType.Bytea, ct);
        }
        await copy.CompleteAsync(ct);
    }
}
