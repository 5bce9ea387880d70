using System.Diagnostics;
using System.Text;
using ReadinessPassport.Service.Platform.Storage.Embedded;
using Xunit;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>
/// Made-up identifiers that were sent in at the top and must be found nowhere: not in a dump of the database, not in a log, not in what went over
/// the wire. Looked for as they are, in other case, and as hexadecimal and base64 of their UTF-8.
/// </summary>
public sealed class Canary(params string[] secrets)
{
    /// <summary>Fails when the text holds one of the secrets in any of the forms.</summary>
    /// <param name="place">For the message.</param>
    /// <param name="text">What to search.</param>
    public void AbsentFrom(string place, string text)
    {
        foreach (var secret in secrets)
        {
            foreach (var form in Forms(secret))
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{place} holds {secret} as {form}");
        }
    }

    /// <summary>Searches a dump of the whole database: tables, jobs, log, everything.</summary>
    public async Task AbsentFromDatabaseAsync(TestDatabase database, CancellationToken ct) => AbsentFrom("the database", await DumpAsync(database, ct));

    /// <summary>Searches the names and contents of all files below a folder.</summary>
    public void AbsentFromFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            AbsentFrom(file, file + "\n" + Encoding.Latin1.GetString(File.ReadAllBytes(file)));
    }

    /// <summary>Everything a hub holds and said: database, its server's log, data folder, own log.</summary>
    public async Task AbsentFromAsync(HubFixture hub, CancellationToken ct)
    {
        await AbsentFromDatabaseAsync(hub.Database, ct);
        AbsentFrom("the server's log", hub.Database.ServerLog);
        AbsentFromFolder(hub.Data);
        AbsentFrom("the hub's log", string.Join('\n', hub.Log.Lines));
    }

    /// <summary>A plain dump, as pg_dump writes it.</summary>
    internal static async Task<string> DumpAsync(TestDatabase database, CancellationToken ct)
    {
        var admin = database.Admin;
        var start = new ProcessStartInfo(PostgresBinaries.Find()["pg_dump"], ["--host", admin.Host!, "--username", admin.Username!, "--no-password", admin.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = admin.Password;
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync(ct);
        await dump.WaitForExitAsync(ct);
        Assert.Equal(0, dump.ExitCode);
        return text;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToHexString(bytes);
        // base64 looks different at each of the three places a text can start at; the characters that depend on neighbours are cut off.
        for (var before = 0; before < 3; before++)
        {
            var padded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var sure = padded[((before * 8 + 5) / 6)..((before + bytes.Length) * 8 / 6)];
            if (sure.Length >= 6)
                yield return sure;
        }
    }
}
