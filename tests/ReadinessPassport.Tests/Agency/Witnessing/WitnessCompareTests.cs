using System.Diagnostics;
using System.Text.Json;
using ReadinessPassport.Agency.Commands.Witnessing;
using ReadinessPassport.Tests.Transparency.Bundles;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Agency.Witnessing;

public sealed class WitnessCompareTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rp-witness");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_kept_is_there_afterwards_and_damage_is_said()
    {
        var file = new WitnessFile(Path.Combine(_folder.FullName, "last"));
        Assert.Null(file.Last());
        file.Keep(SmallLog.Example(3).Head(5));
        file.Keep(SmallLog.Example(3).Head(6));

        Assert.Equal(SmallLog.Example(3).Head(6).ToString(), file.Last()!.ToString());
        Assert.Single(_folder.GetFiles());
        File.WriteAllText(Path.Combine(_folder.FullName, "last"), "half a no");
        Assert.Equal("RP8012", Assert.Throws<PassportException>(file.Last).Error.Code);
    }

    [Fact]
    public async Task Compare_says_the_same_proof_needed_or_fork()
    {
        var (log, other) = (SmallLog.Example(20), SmallLog.Example(20));
        other.Entries[2] = other.Entries[3];
        var trust = Save("trust", SmallLog.Keys.Bytes);
        string Head(SmallLog of, long size, string name) => Save(name, System.Text.Encoding.UTF8.GetBytes(of.Head(size).ToString()));
        var (mine, same, longer, forked) = (Head(log, 10, "mine"), Head(log, 10, "same"), Head(log, 20, "longer"), Head(other, 10, "forked"));
        var proof = Save("proof", JsonSerializer.SerializeToUtf8Bytes((await log.Tiles.Tree(20).ConsistencyAsync(10, TestContext.Current.CancellationToken)).Select(Convert.ToHexStringLower)));

        Assert.Equal(0, (await RunAsync(mine, same, "--trust", trust)).Exit);
        Assert.Equal(3, (await RunAsync(mine, longer, "--trust", trust)).Exit);
        Assert.Equal(0, (await RunAsync(mine, longer, "--trust", trust, "--proof", proof)).Exit);
        var (exit, error) = await RunAsync(mine, forked, "--trust", trust);
        Assert.Equal(8, exit);
        Assert.Contains("RP8014", error, StringComparison.Ordinal);
        Assert.Equal(8, (await RunAsync(forked, longer, "--trust", trust, "--proof", proof)).Exit);
        Assert.Contains("RP8013", (await RunAsync(mine, proof, "--trust", trust)).Error, StringComparison.Ordinal);
        Assert.Contains("RP8009", (await RunAsync(mine, same, "--trust", mine)).Error, StringComparison.Ordinal);
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<(int Exit, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "passport-agency")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["witness", "compare", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, await error);
    }
}
