using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

/// <summary>The log as a stranger reads it: checkpoint, tiles, entries, proofs.</summary>
public class CheckpointTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Checkpoints Checkpoints => hub.Services.GetRequiredService<Checkpoints>();

    [Fact]
    public async Task Tiles_read_over_http_give_the_root_that_was_signed()
    {
        await AppendAsync(600);
        await Checkpoints.MakeAsync(Ct);
        var client = hub.Anonymous();
        var note = SignedNote.Parse(await client.GetStringAsync(new Uri("/log/checkpoint", UriKind.Relative), Ct));
        var checkpoint = Checkpoint.Parse(note);
        var key = (await client.GetFromJsonAsync<JsonObject>("/log/key", Ct))!;

        Assert.True(new NoteKey((string)key["origin"]!, Convert.FromBase64String((string)key["publicKey"]!)).HasSigned(note));
        Assert.Equal(checkpoint.Root, await new TiledTree(new HttpTiles(client), checkpoint.Size).RootAsync(Ct));
        var leaves = new List<byte[]>();
        for (long tile = 0; tile * 256 < checkpoint.Size; tile++)
            leaves.AddRange(EntryBundle.Read(await client.GetByteArrayAsync(new Uri("/log/" + TileId.EntriesPath(tile, (int)Math.Min(256, checkpoint.Size - tile * 256)), UriKind.Relative), Ct)).Select(e => MerkleHash.Leaf(e)));
        Assert.Equal(checkpoint.Root, await new LeafTiles(leaves).Tree().RootAsync(Ct));
    }

    [Fact]
    public async Task Proofs_over_http_verify()
    {
        await AppendAsync(20);
        var older = Checkpoint.Parse((await MadeAsync())!);
        await AppendAsync(300);
        var newer = Checkpoint.Parse((await MadeAsync())!);
        var client = hub.AsMachine();

        var included = (await client.GetFromJsonAsync<JsonObject>($"/api/log/proof?index=7&size={newer.Size}", Ct))!;
        var extends = (await client.GetFromJsonAsync<JsonObject>($"/api/log/proof?older={older.Size}&size={newer.Size}", Ct))!;

        var leaf = await hub.Database.ScalarAsync<byte[]>("select leaf from log.entry where index = 7");
        Assert.True(MerkleProof.Includes(leaf, 7, newer.Size, Path(included), newer.Root));
        Assert.True(MerkleProof.Extends(older.Size, older.Root, newer.Size, newer.Root, Path(extends)));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri($"/api/log/proof?index={newer.Size}&size={newer.Size}", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("/api/log/proof?index=0&size=99999999", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_witness_cosigns_and_a_stranger_does_not()
    {
        await AppendAsync(1);
        var note = (await MadeAsync())!;
        var checkpoint = Checkpoint.Parse(note);
        var agency = hub.Agency("MA.EEC");
        var line = new NoteSigner("MA.EEC", agency.SigningSeed).Cosign(note, DateTimeOffset.UtcNow);
        var forged = new NoteSigner("MA.EEC", new byte[32]).Cosign(note, DateTimeOffset.UtcNow);

        using var taken = await hub.AsMachine("MA.EEC").PostAsJsonAsync("/api/log/cosignatures", new { size = checkpoint.Size, line = line.ToString() }, Ct);
        using var refused = await hub.AsMachine("MA.EEC").PostAsJsonAsync("/api/log/cosignatures", new { size = checkpoint.Size, line = forged.ToString() }, Ct);
        using var borrowed = await hub.AsMachine("MA.DESE").PostAsJsonAsync("/api/log/cosignatures", new { size = checkpoint.Size, line = line.ToString() }, Ct);

        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, borrowed.StatusCode);
        var served = SignedNote.Parse(await hub.Anonymous().GetStringAsync(new Uri("/log/checkpoint", UriKind.Relative), Ct));
        if (Checkpoint.Parse(served).Size == checkpoint.Size)
            Assert.NotNull(new NoteKey("MA.EEC", agency.Identity.SigningKey).WitnessedAt(served));
        Assert.Equal(1L, await hub.Database.ScalarAsync<long>("select count(*) from log.cosignature where size = $1", checkpoint.Size));
    }

    [Theory]
    [InlineData("/log/tile/0/999")]
    [InlineData("/log/tile/0/000.p/300")]
    [InlineData("/log/tile/9/000")]
    [InlineData("/log/tile/0/..%2f..%2fetc")]
    [InlineData("/log/tile/entries/x999/999")]
    [InlineData("/log/tile/0")]
    public async Task What_is_not_there_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Anonymous().GetAsync(new Uri(address, UriKind.Relative), Ct)).StatusCode);

    private async Task<SignedNote?> MadeAsync()
    {
        await Checkpoints.MakeAsync(Ct);
        return await Checkpoints.NewestAsync(Ct);
    }

    private async Task AppendAsync(int count) => await AppendAsync(hub.Services.GetRequiredService<WebDatabase>().Source, count);

    internal static async Task AppendAsync(NpgsqlDataSource source, int count)
    {
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        for (var i = 0; i < count; i++)
            await AuditLog.AppendAsync(transaction, new("decision", LogActor.Hub, new Dictionary<string, string> { ["decision"] = ReferenceCode.New("D") }), Ct);
        await transaction.CommitAsync(Ct);
    }

    private static List<byte[]> Path(JsonObject proof) => [.. proof["path"]!.AsArray().Select(h => Convert.FromHexString((string)h!))];

    private sealed class HttpTiles(HttpClient client) : ITileReader
    {
        public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileId tile, CancellationToken ct) => await client.GetByteArrayAsync(new Uri("/log/" + tile.Path, UriKind.Relative), ct);
    }
}
