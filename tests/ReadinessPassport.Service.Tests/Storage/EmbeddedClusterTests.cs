using System.Diagnostics;
using System.Globalization;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Platform.Storage.Embedded;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Service.Tests.Storage;

/// <summary>The embedded cluster under everything that happens to processes and folders.</summary>
public sealed class EmbeddedClusterTests : IDisposable
{
    private static readonly PostgresBinaries Binaries = PostgresBinaries.Find();
    private readonly string _folder = Passable(Directory.CreateTempSubdirectory("rp-cluster-").FullName);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using (var first = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct))
            await ExecuteAsync(first, "create table t (i int); insert into t values (7)");

        await using var second = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

        Assert.Equal(7, await ScalarAsync(second, "select i from t"));
    }

    [Fact]
    public async Task The_last_to_leave_stops_the_server()
    {
        var first = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);
        var second = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

        await first.DisposeAsync();
        Assert.Equal(1, await ScalarAsync(second, "select 1"));

        await second.DisposeAsync();
        Assert.Null(PostmasterFile.Read(Path.Combine(_folder, "postgres", "server", "data")));
    }

    [Fact]
    public async Task A_server_killed_with_its_children_comes_back_with_every_committed_row()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);
        await ExecuteAsync(cluster, "create table t (i int)");
        for (var kill = 1; kill <= 3; kill++)
        {
            await ExecuteAsync(cluster, "insert into t values (1)");
            Process.GetProcessById(Postmaster().Pid).Kill();
            await WaitUntilDeadAsync();

            await using var again = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

            Assert.Equal(kill, Convert.ToInt32(await ScalarAsync(again, "select count(*) from t"), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_process_number_given_to_a_stranger_is_not_taken_for_the_server()
    {
        await using (await EmbeddedCluster.StartAsync(_folder, Binaries, Ct))
        {
            Process.GetProcessById(Postmaster().Pid).Kill();
            await WaitUntilDeadAsync();
        }
        var file = Path.Combine(_folder, "postgres", "server", "data", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file, Ct);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines, Ct);

        await using var again = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

        Assert.Equal(1, await ScalarAsync(again, "select 1"));
    }

    [Fact]
    public async Task A_half_done_initdb_starts_over()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(_folder, "postgres", "server", "data.unfinished"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15", Ct);
        Passable(Path.Combine(_folder, "postgres"));

        await using var cluster = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

        Assert.Equal(1, await ScalarAsync(cluster, "select 1"));
    }

    [Fact]
    public async Task Four_starters_at_once_share_one_server()
    {
        var starters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EmbeddedCluster.StartAsync(_folder, Binaries, Ct))));

        Assert.Single(starters.Select(s => s.Admin().Host).Distinct());
        foreach (var starter in starters)
        {
            Assert.Equal(1, await ScalarAsync(starter, "select 1"));
            await starter.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_path_longer_than_a_socket_may_have_works()
    {
        var deep = Path.Combine(_folder, new string('d', 60), new string('e', 60));
        Directory.CreateDirectory(deep);

        await using var cluster = await EmbeddedCluster.StartAsync(deep, Binaries, Ct);

        Assert.Equal(1, await ScalarAsync(cluster, "select 1"));
    }

    [Fact]
    public async Task Root_below_a_folder_that_nobody_else_may_enter_works()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has to hand the server to somebody else.");
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var cluster = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);

        Assert.Equal(1, await ScalarAsync(cluster, "select 1"));
    }

    [Fact]
    public async Task A_server_on_these_files_that_does_not_know_the_hub_is_left_alone()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(_folder, Binaries, Ct);
        await ExecuteAsync(cluster, "alter role rp_admin password 'another'");

        var refused = await Assert.ThrowsAsync<PassportException>(() => EmbeddedCluster.StartAsync(_folder, Binaries, Ct));

        Assert.Equal("RP5004", refused.Error.Code);
    }

    [Fact]
    public void Missing_binaries_are_an_error_with_a_next_step()
    {
        var missing = StorageErrors.NoBinaries(["/nowhere"]).Error;

        Assert.Equal("RP5001", missing.Code);
        Assert.Contains("apt-get install postgresql", missing.Next, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PostmasterFile Postmaster() => PostmasterFile.Read(Path.Combine(_folder, "postgres", "server", "data"))!;

    private async Task WaitUntilDeadAsync()
    {
        while (Postmaster().IsAlive())
            await Task.Delay(20, Ct);
    }

    private static string Passable(string folder)
    {
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    private static async Task ExecuteAsync(EmbeddedCluster cluster, string sql) => await ScalarAsync(cluster, sql);

    private static async Task<object?> ScalarAsync(EmbeddedCluster cluster, string sql)
    {
        var address = cluster.Admin();
        address.Pooling = false; // a pooled connection may belong to a server that is gone
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
