using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>
/// A private PostgreSQL server made from installed binaries: no TCP, a socket only its owner reaches, files below the hub's data folder.
/// It outlives a killed owner and is adopted by the next; the last process that leaves it in order stops it.
/// </summary>
internal sealed class EmbeddedCluster : IAsyncDisposable
{
    private const string Superuser = "rp_admin";

    // Nothing of a statement or a row reaches the server's log: both may carry what somebody typed.
    private const string Options =
        "-c listen_addresses='' -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB -c wal_compression=on " +
        "-c log_min_error_statement=panic -c log_error_verbosity=terse -c log_parameter_max_length_on_error=0 -c log_statement=none";

    private readonly ClusterFolder _folder;
    private readonly ServerAccount _account;
    private readonly PostgresBinaries _binaries;
    private readonly ClusterLock _lock;
    private readonly string _socketFolder;
    private readonly string _password;
    private int _left;

    private EmbeddedCluster(ClusterFolder folder, ServerAccount account, PostgresBinaries binaries, ClusterLock @lock, string socketFolder, string password)
    {
        _folder = folder;
        _account = account;
        _binaries = binaries;
        _lock = @lock;
        _socketFolder = socketFolder;
        _password = password;
    }

    /// <summary>Makes the cluster if there is none, starts its server if none runs, adopts it if one does.</summary>
    /// <param name="dataFolder">The hub's data folder; the cluster lies in <c>postgres</c> below it.</param>
    /// <param name="binaries">The programs to run.</param>
    /// <param name="ct">Gives up waiting; a server that is starting is left to start.</param>
    /// <exception cref="Vocabulary.PassportException">RP5002 to RP5005.</exception>
    public static async Task<EmbeddedCluster> StartAsync(string dataFolder, PostgresBinaries binaries, CancellationToken ct = default)
    {
        var folder = new ClusterFolder(Path.Combine(Path.GetFullPath(dataFolder), "postgres"));
        folder.Create();
        var users = ClusterLock.In(folder.Root);
        using var starting = await users.StartingAsync(ct);
        var password = folder.AdminPassword();
        var account = folder.ReadNote() is { } note ? ServerAccount.Recall(folder.Data, note.Kind, note.User) : await InitializeAsync(folder, binaries, password, ct);
        var socket = await AdoptAsync(folder, password, ct) ?? await LaunchAsync(folder, account, binaries, password, ct);
        users.Join();
        return new(folder, account, binaries, users, socket, password);
    }

    /// <summary>How the superuser reaches <paramref name="database"/>; for making databases and roles only.</summary>
    public NpgsqlConnectionStringBuilder Admin(string database = "postgres") => Address(database, Superuser, _password);

    /// <summary>How <paramref name="user"/> reaches <paramref name="database"/> over the socket.</summary>
    public NpgsqlConnectionStringBuilder Address(string database, string user, string password) => Address(_socketFolder, database, user, password);

    /// <summary>Leaves the server; stops it when no other process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _left, 1) != 0)
            return;
        using var starting = await _lock.StartingAsync(CancellationToken.None);
        if (!_lock.LeaveAsLast() || PostmasterFile.Read(_folder.Data) is not { } postmaster || !postmaster.IsAlive())
            return;
        await _account.RunAsync(_binaries["pg_ctl"], ["-D", _folder.Data, "-m", "fast", "-w", "-t", "60", "stop"], _folder.Log, CancellationToken.None);
        if (!_socketFolder.StartsWith(_folder.Server, StringComparison.Ordinal))
            Directory.Delete(_socketFolder, recursive: true); // the short one in the temporary folder
    }

    private static NpgsqlConnectionStringBuilder Address(string socket, string database, string user, string password) => new()
    {
        Host = socket, Database = database, Username = user, Password = password, Timeout = 15, CommandTimeout = 60,
        ReadBufferSize = 65_536, WriteBufferSize = 65_536,
    };

    private static async Task<ServerAccount> InitializeAsync(ClusterFolder folder, PostgresBinaries binaries, string password, CancellationToken ct)
    {
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true); // a process was killed inside initdb; nothing of worth is in there
        if (Directory.Exists(folder.Data))
            throw StorageErrors.WrongAccount(folder.Data, Environment.UserName, "whoever made it (its note passport.json is missing or not readable)");
        Directory.CreateDirectory(folder.Unfinished);
        var passwordFile = Path.Combine(folder.Server, "initial.password");
        PrivateFile.Write(passwordFile, password);
        var account = await ServerAccount.ChooseAsync(folder.Server, ct);
        try
        {
            var exit = await account.RunAsync(binaries["initdb"],
                ["-D", folder.Unfinished, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"], folder.Log, ct);
            if (exit != 0)
                throw StorageErrors.DidNotStart("initdb", folder.Log, LastLine(folder.Log));
        }
        finally
        {
            File.Delete(passwordFile);
        }
        File.WriteAllText(ClusterFolder.NoteIn(folder.Unfinished), JsonSerializer.Serialize(new ClusterNote(account.Kind.ToString(), account.User)));
        Directory.Move(folder.Unfinished, folder.Data);
        return account;
    }

    private static async Task<string?> AdoptAsync(ClusterFolder folder, string password, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (PostmasterFile.Read(folder.Data) is { } running)
        {
            if (!running.IsAlive())
            {
                running.MarkDead();
                return null;
            }
            try
            {
                await using var connection = new NpgsqlConnection(Unpooled(running.SocketFolder, password));
                await connection.OpenAsync(ct);
                return running.SocketFolder;
            }
            catch (PostgresException e) when (e.SqlState != PostgresErrorCodes.CannotConnectNow)
            {
                throw StorageErrors.Foreign(folder.Data, e.SqlState);
            }
            catch (NpgsqlException e) when (waited.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw StorageErrors.Foreign(folder.Data, e.Message);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100, ct); // starting up, recovering or shutting down
            }
        }
        return null;
    }

    private static async Task<string> LaunchAsync(ClusterFolder folder, ServerAccount account, PostgresBinaries binaries, string password, CancellationToken ct)
    {
        var socket = folder.SocketFolder();
        await account.TakeAsync(socket, ct);
        await account.TakeAsync(folder.Log, ct);
        string[] arguments = ["-D", folder.Data, "-w", "-t", "600", "-o", $"{Options} -c unix_socket_directories='{socket}'", "start"];
        for (var attempt = 1; await account.RunAsync(binaries["pg_ctl"], arguments, folder.Log, ct) != 0; attempt++)
        {
            // A killed server's children hold the shared memory until they notice, a second at most.
            if (attempt == 10 || !LastLines(folder.Log, 12).Any(l => l.Contains("shared memory block", StringComparison.Ordinal)))
                throw StorageErrors.DidNotStart("pg_ctl start", folder.Log, LastLine(folder.Log));
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
        return await AdoptAsync(folder, password, ct) ?? throw StorageErrors.DidNotStart("pg_ctl start", folder.Log, LastLine(folder.Log));
    }

    private static string Unpooled(string socket, string password)
    {
        var address = Address(socket, "postgres", Superuser, password);
        address.Pooling = false;
        return address.ConnectionString;
    }

    private static string LastLine(string log) =>
        LastLines(log, 12).LastOrDefault(l => l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? LastLines(log, 1).FirstOrDefault() ?? "no output";

    private static IEnumerable<string> LastLines(string log, int count) => File.ReadLines(log).Where(l => l.Length > 0).TakeLast(count);
}
