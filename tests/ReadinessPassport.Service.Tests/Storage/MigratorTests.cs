using Npgsql;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Storage;

public class MigratorTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        var empty = await cluster.EmptyAsync(Ct);

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(empty, Ct)));

        Assert.Equal(Migrator.Scripts.Count, ran.Sum(r => r.Count));
        Assert.Single(ran, r => r.Count > 0);
    }

    [Fact]
    public async Task A_process_that_may_not_migrate_says_what_is_missing()
    {
        var empty = await cluster.EmptyAsync(Ct);

        var refused = await Assert.ThrowsAsync<PassportException>(() => Migrator.CheckAsync(empty.Web!, Ct));

        Assert.Equal("RP5010", refused.Error.Code);
        Assert.Contains("0001", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migrated_database_passes_the_check_of_every_role()
    {
        var copy = await cluster.CopyAsync(Ct);

        await Migrator.CheckAsync(copy.Web!, Ct);
        await Migrator.CheckAsync(copy.Linkage!, Ct);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_an_error_with_a_next_step()
    {
        var nowhere = new NpgsqlConnectionStringBuilder { Host = "/nonexistent", Username = "rp_owner", Database = "passport" }.ConnectionString;

        var refused = await Assert.ThrowsAsync<PassportException>(() => Migrator.MigrateAsync(new(nowhere, null, null), Ct));

        Assert.Equal("RP5009", refused.Error.Code);
    }

    [Fact]
    public void Numbers_of_migrations_are_used_once()
    {
        var numbers = Migrator.Scripts.Select(s => s.Split(".Migrations.")[1][..4]).ToList();

        Assert.All(numbers, n => Assert.True(int.TryParse(n, System.Globalization.CultureInfo.InvariantCulture, out _), n));
        Assert.Equal(numbers.Distinct(), numbers);
    }
}
