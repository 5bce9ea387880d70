using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Transparency.Notes;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

/// <summary>The page on which anybody finds the root to compare with.</summary>
public class RegisterTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_shows_the_checkpoint_to_anybody_and_hides_small_numbers()
    {
        var empty = await hub.Anonymous().GetStringAsync(new Uri("/register", UriKind.Relative), Ct);
        Assert.Contains("The log has no entries yet", empty, StringComparison.Ordinal);

        var source = hub.Services.GetRequiredService<WebDatabase>().Source;
        await CheckpointTests.AppendAsync(source, 40);
        await AppendAsync(source, "upload-accepted", 15);
        await AppendAsync(source, "exception-used", 1);
        await hub.Services.GetRequiredService<Checkpoints>().MakeAsync(Ct);
        var page = System.Net.WebUtility.HtmlDecode(await hub.Anonymous().GetStringAsync(new Uri("/register", UriKind.Relative), Ct));
        var head = Checkpoint.Parse((await hub.Services.GetRequiredService<Checkpoints>().NewestAsync(Ct))!);

        Assert.Contains(head.Text, page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(head.Root), page, StringComparison.Ordinal);
        Assert.Contains("<b>HUB</b> No names here.", page, StringComparison.Ordinal);
        Assert.Matches("decision</th>\\s*<td class=\"rp-number\">40</td>", page);
        Assert.Matches("exception-used</th>\\s*<td class=\"rp-number\">\\[c\\]</td>", page);
        Assert.Matches("upload-accepted</th>\\s*<td class=\"rp-number\">\\[c\\]</td>", page); // or the total would give the other away
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_serves_the_shared_look_with_a_tag_and_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_content/ReadinessPassport.WebComponents/uswds/css/uswds.css");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await hub.Anonymous().SendAsync(request, Ct);

        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.NotNull(answer.Headers.ETag);
        Assert.InRange(answer.Content.Headers.ContentLength ?? 0, 1, 20_000);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await hub.Anonymous().GetAsync(new Uri("/_content/ReadinessPassport.WebComponents/no-such.css", UriKind.Relative), Ct)).StatusCode);
    }

    private static async Task AppendAsync(Npgsql.NpgsqlDataSource source, string kind, int count)
    {
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        for (var i = 0; i < count; i++)
            await AuditLog.AppendAsync(transaction, new(kind, LogActor.Hub, new Dictionary<string, string>()), Ct);
        await transaction.CommitAsync(Ct);
    }
}
