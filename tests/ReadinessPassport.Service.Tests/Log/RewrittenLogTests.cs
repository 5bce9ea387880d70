using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Log;

/// <summary>Somebody with the superuser's rights goes behind the hub's back.</summary>
public class RewrittenLogTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_was_rewritten_or_shortened_gets_no_further_checkpoint_and_the_hub_is_not_ready()
    {
        var checkpoints = hub.Services.GetRequiredService<Checkpoints>();
        await CheckpointTests.AppendAsync(hub.Database.Web, 5);
        await checkpoints.MakeAsync(Ct);
        await hub.Database.ScalarAsync<int>("alter table log.entry disable trigger append_only");
        await hub.Database.ScalarAsync<int>("update log.entry set leaf = sha256('forged') where index = 2");
        await CheckpointTests.AppendAsync(hub.Database.Web, 1);

        var refused = await Assert.ThrowsAsync<PassportException>(() => checkpoints.MakeAsync(Ct));

        Assert.Equal("RP5031", refused.Error.Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await hub.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative), Ct)).StatusCode);
        await hub.Database.ScalarAsync<int>("delete from log.entry where index >= 3");
        await hub.Database.ScalarAsync<int>("update log.head set size = 3");
        await CheckpointTests.AppendAsync(hub.Database.Web, 3);
        Assert.Equal("RP5031", (await Assert.ThrowsAsync<PassportException>(() => checkpoints.MakeAsync(Ct))).Error.Code);
    }
}
