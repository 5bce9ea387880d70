using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

public class AppendTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private static readonly LogActor Steward = new("MA.DESE", "data-steward");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_canonical_and_its_leaf_is_the_hash_of_RFC_6962()
    {
        var receipt = await AppendAsync(db.Web, new("upload-accepted", Steward, new Dictionary<string, string> { ["upload"] = "U-1" }) { Payload = new() { ["rows"] = 3 } });

        var (bytes, leaf, payload) = await ReadAsync(receipt.Index);
        var entry = JsonNode.Parse(bytes)!;
        Assert.Equal(CanonicalJson.Serialize(entry), bytes);
        Assert.Equal(SHA256.HashData([0, .. bytes]), leaf);
        Assert.Equal(receipt.Entry, (string)entry["entry"]!);
        Assert.Equal(receipt.At, DateTimeOffset.Parse((string)entry["at"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(payload!)), (string)entry["payload"]!);
        Assert.Equal(32, Convert.FromHexString((string)JsonNode.Parse(payload!)!["salt"]!).Length);
    }

    [Fact]
    public async Task Both_roles_append_at_once_without_gaps_and_time_never_runs_backwards()
    {
        var entries = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            Task.Run(() => AppendAsync(i % 2 == 0 ? db.Web : db.Linkage, new("linkage-run", LogActor.Hub, new Dictionary<string, string> { ["run"] = $"R-{i}" })))));

        Assert.Equal(60, entries.Select(e => e.Index).Distinct().Count());
        Assert.Equal(entries.Max(e => e.Index) + 1, await db.ScalarAsync<long>("select count(*) from log.entry"));
        Assert.Equal(await db.ScalarAsync<long>("select size from log.head"), await db.ScalarAsync<long>("select count(*) from log.entry"));
        Assert.Equal(0L, await db.ScalarAsync<long>("select count(*) from (select at < lag(at) over (order by index) as back from log.entry) t where back"));
    }

    [Fact]
    public async Task An_act_that_does_not_happen_leaves_no_entry_and_no_gap()
    {
        var size = await db.ScalarAsync<long>("select size from log.head");
        await using (var connection = await db.Web.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await AuditLog.AppendAsync(transaction, new("decision", Steward, new Dictionary<string, string>()), Ct);
            await transaction.RollbackAsync(Ct);
        }

        Assert.True((await AppendAsync(db.Web, new("decision", Steward, new Dictionary<string, string>()))).Index >= size);
        Assert.Equal(await db.ScalarAsync<long>("select max(index) + 1 from log.entry"), await db.ScalarAsync<long>("select count(*) from log.entry"));
    }

    [Fact]
    public async Task A_person_finds_their_entries_with_their_salt_and_nobody_without()
    {
        var person = PersonKey.New();
        var one = await AppendAsync(db.Web, new("disclosure", Steward, new Dictionary<string, string>()) { Subject = person });
        var two = await AppendAsync(db.Web, new("disclosure", Steward, new Dictionary<string, string>()) { Subject = person });

        var salt = await db.ScalarAsync<byte[]>("select salt from log.subject_salt where person = $1", person.Value);
        var seen = new[] { one, two }.Select(async r => (string)JsonNode.Parse((await ReadAsync(r.Index)).Bytes)!["subject"]!).Select(t => t.Result).ToList();
        Assert.NotEqual(seen[0], seen[1]);
        Assert.Equal(["hmac:" + SubjectReference.Of(salt!, one.Entry), "hmac:" + SubjectReference.Of(salt!, two.Entry)], seen);
    }

    [Theory]
    [InlineData("kind of nobody's", "23503")]
    public async Task An_unknown_kind_cannot_be_appended(string kind, string state)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AppendAsync(db.Web, new(kind, Steward, new Dictionary<string, string>())));

        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task A_leaf_of_more_than_4_KiB_cannot_be_appended()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AppendAsync(db.Web, new("decision", Steward, new Dictionary<string, string> { ["decision"] = new string('x', 5000) })));

        Assert.Equal("23514", refused.SqlState);
    }

    [Theory]
    [InlineData("rp_web", "update log.entry set kind = 'decision'")]
    [InlineData("rp_web", "delete from log.entry")]
    [InlineData("rp_web", "insert into log.entry (index, id, kind, at, bytes, leaf) values (999, 'E', 'decision', now(), '', '')")]
    [InlineData("rp_web", "update log.head set size = 0")]
    [InlineData("rp_web", "delete from log.payload")]
    [InlineData("rp_web", "select * from log.subject_salt")]
    [InlineData("rp_linkage", "select * from log.entry")]
    [InlineData("rp_linkage", "select * from log.payload")]
    [InlineData("rp_linkage", "select log.salt_of(gen_random_uuid())")]
    [InlineData("rp_owner", "delete from log.entry")]
    [InlineData("rp_owner", "truncate log.entry")]
    public async Task No_role_rewrites_the_log(string role, string sql) => Assert.Equal("42501", await db.RefusalAsync(role, sql));

    [Fact]
    public async Task An_entry_with_a_field_nobody_knows_cannot_be_appended() =>
        Assert.Equal("22023", await db.RefusalAsync("rp_web", """select log.append('{"actor":{},"at":"', '","entry":"E-1","extra":1,"kind":"decision","v":1}', null, null, 'log')"""));

    private static async Task<LogReceipt> AppendAsync(NpgsqlDataSource source, LogEntry entry)
    {
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var receipt = await AuditLog.AppendAsync(transaction, entry, Ct);
        await transaction.CommitAsync(Ct);
        return receipt;
    }

    private async Task<(byte[] Bytes, byte[] Leaf, byte[]? Payload)> ReadAsync(long index)
    {
        await using var command = db.Web.CreateCommand("select e.bytes, e.leaf, p.bytes from log.entry e left join log.payload p on p.sha256 = e.payload where e.index = $1");
        command.Parameters.Add(new() { Value = index });
        await using var reader = await command.ExecuteReaderAsync(Ct);
        Assert.True(await reader.ReadAsync(Ct));
        return (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1), await reader.IsDBNullAsync(2, Ct) ? null : reader.GetFieldValue<byte[]>(2));
    }
}
