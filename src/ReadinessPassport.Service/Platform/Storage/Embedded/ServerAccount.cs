using System.Diagnostics;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>
/// As whom the server's programs run. PostgreSQL refuses to run as root, so root hands them to another user, or, where that user
/// cannot reach the folder, starts them in a user namespace in which root is somebody else.
/// </summary>
/// <param name="Kind">How the programs are started.</param>
/// <param name="User">The account that owns the cluster's files.</param>
internal sealed record ServerAccount(ServerAccountKind Kind, string User)
{
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    /// <summary>Chooses for a cluster that does not exist yet, and gives <paramref name="folder"/> to the account chosen.</summary>
    /// <param name="folder">Exists; everything the server writes lies below it.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Vocabulary.PassportException">RP5002: running as root, and neither another user nor a user namespace works here.</exception>
    public static async Task<ServerAccount> ChooseAsync(string folder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return new(ServerAccountKind.Self, Environment.UserName);
        foreach (var user in Unprivileged.Where(Exists))
        {
            var account = new ServerAccount(ServerAccountKind.OtherUser, user);
            await account.TakeAsync(folder, ct);
            if (await account.CanWriteAsync(folder, ct))
                return account;
        }
        var mapped = new ServerAccount(ServerAccountKind.UserNamespace, Environment.UserName);
        await mapped.TakeAsync(folder, ct);
        return await mapped.CanWriteAsync(folder, ct) ? mapped : throw StorageErrors.WrongAccount(folder, "root, without user namespaces", "a user other than root");
    }

    /// <summary>The account a cluster was made with, as this process can act for it.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5002: this process can not.</exception>
    public static ServerAccount Recall(string folder, string kind, string user)
    {
        var made = new ServerAccount(Enum.Parse<ServerAccountKind>(kind), user);
        if (Environment.IsPrivilegedProcess)
            return made.Kind == ServerAccountKind.Self ? made with { Kind = ServerAccountKind.OtherUser } : made;
        return made.User == Environment.UserName && made.Kind != ServerAccountKind.UserNamespace
            ? made with { Kind = ServerAccountKind.Self }
            : throw StorageErrors.WrongAccount(folder, Environment.UserName, made.Kind == ServerAccountKind.UserNamespace ? "root" : made.User);
    }

    /// <summary>Makes the account the owner of <paramref name="path"/> and all below it.</summary>
    public async Task TakeAsync(string path, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        var owner = Kind == ServerAccountKind.OtherUser ? User : "root";
        await RunAsync(new ProcessStartInfo("chown", ["-R", $"{owner}:", path]), ct);
    }

    /// <summary>Runs a program to its end as this account.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="arguments">Passed as they are, without a shell's reading of them.</param>
    /// <param name="log">Where output is appended. Never a pipe: a server started by the program would inherit it, and waiting for its end would wait for the server's whole life.</param>
    /// <param name="ct">Kills the program when cancelled.</param>
    /// <returns>The program's exit code.</returns>
    public Task<int> RunAsync(string program, IEnumerable<string> arguments, string log, CancellationToken ct)
    {
        string[] shell = ["/bin/sh", "-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "sh", log, program, .. arguments];
        if (Kind == ServerAccountKind.UserNamespace)
            shell = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--", .. shell];
        var start = new ProcessStartInfo(shell[0], shell[1..]);
        if (Kind == ServerAccountKind.OtherUser)
            start.UserName = User;
        return RunAsync(start, ct);
    }

    private async Task<bool> CanWriteAsync(string folder, CancellationToken ct)
    {
        try
        {
            return await RunAsync("/bin/sh", ["-c", "cd \"$1\" && test -w .", "sh", folder], "/dev/null", ct) == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no unshare on this machine
        }
    }

    private static async Task<int> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.WorkingDirectory = "/"; // ours may be closed to the other user
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    private static bool Exists(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(l => l.StartsWith(user + ":", StringComparison.Ordinal));
}
