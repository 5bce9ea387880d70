using System.Globalization;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>What a server left in <c>postmaster.pid</c>, and whether it is alive.</summary>
/// <param name="DataFolder">The cluster's files.</param>
/// <param name="Pid">Line 1: the server's process.</param>
/// <param name="SocketFolder">Line 5: where it listens.</param>
internal sealed record PostmasterFile(string DataFolder, int Pid, string SocketFolder)
{
    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");

    /// <summary>Reads the file; null when there is none or it is not complete yet.</summary>
    public static PostmasterFile? Read(string dataFolder)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(dataFolder));
            return lines.Length >= 5 && int.TryParse(lines[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pid)
                ? new(dataFolder, Math.Abs(pid), lines[4].Trim())
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether that process lives and is a PostgreSQL server on these files. A zombie is not (where process 1 does not reap, a killed server
    /// stays one for ever), nor is a stranger who was given the same number after a restart of the machine.
    /// </summary>
    public bool IsAlive()
    {
        if (!Directory.Exists("/proc/self"))
            return true; // no /proc to ask: let pg_ctl judge
        try
        {
            var stat = File.ReadAllText($"/proc/{Pid}/stat");
            var afterName = stat[(stat.LastIndexOf(')') + 1)..].TrimStart();
            if (afterName.StartsWith('Z') || afterName.StartsWith('X'))
                return false;
            var name = stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..stat.LastIndexOf(')')];
            if (name is not ("postgres" or "postmaster"))
                return false;
            return Directory.ResolveLinkTarget($"/proc/{Pid}/cwd", returnFinalTarget: false)?.FullName is not { } folder || folder == DataFolder || folder == Resolved(DataFolder);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return true; // it exists and is somebody else's to look into
        }
    }

    /// <summary>
    /// Writes a process number that cannot exist into the lock files of a dead server, so that PostgreSQL takes them for stale.
    /// Deleting them instead would skip its check that no child of the dead server still holds the shared memory.
    /// </summary>
    public void MarkDead()
    {
        var impossible = File.Exists("/proc/sys/kernel/pid_max") ? File.ReadAllText("/proc/sys/kernel/pid_max").Trim() : "4194304";
        foreach (var file in new[] { PathIn(DataFolder), Path.Combine(SocketFolder, ".s.PGSQL.5432.lock") }.Where(File.Exists))
        {
            var lines = File.ReadAllLines(file);
            lines[0] = impossible;
            // In place, so that the file keeps its owner.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
        }
    }

    private static string Resolved(string folder) => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
}
