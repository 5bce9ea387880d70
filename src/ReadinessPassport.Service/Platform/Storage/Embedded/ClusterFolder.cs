using System.Security.Cryptography;
using System.Text.Json;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>Where an embedded cluster's files lie below the hub's data folder, and the note of how it was made.</summary>
/// <param name="Root"><c>DATA/postgres</c>.</param>
internal sealed record ClusterFolder(string Root)
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The longest path a socket can have: <c>sun_path</c> holds 108 bytes with the closing zero.</summary>
    private const int LongestSocketPath = 107;

    /// <summary>Everything the server itself writes; belongs to its account.</summary>
    public string Server => Path.Combine(Root, "server");

    /// <summary>The cluster's files. Appears whole or not at all: made beside and renamed.</summary>
    public string Data => Path.Combine(Server, "data");

    /// <summary>Where initdb works until it is done.</summary>
    public string Unfinished => Path.Combine(Server, "data.unfinished");

    /// <summary>The server's own log.</summary>
    public string Log => Path.Combine(Server, "postgres.log");

    /// <summary>How the cluster was made; inside <see cref="Data"/>, so that it appears with it.</summary>
    public static string NoteIn(string data) => Path.Combine(data, "passport.json");

    private string PasswordFile => Path.Combine(Root, "admin.password");

    /// <summary>Makes the folders: passable, so that another account reaches the server's part, which is closed to others.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Root, Passable);
        Directory.CreateDirectory(Server, Private);
        if (!File.Exists(Log))
            PrivateFile.Write(Log, "");
    }

    /// <summary>The superuser's password, made on first use, readable by its owner only.</summary>
    public string AdminPassword()
    {
        if (!File.Exists(PasswordFile))
            PrivateFile.Write(PasswordFile, RandomNumberGenerator.GetHexString(64, lowercase: true));
        return File.ReadAllText(PasswordFile).Trim();
    }

    /// <summary>A folder for the socket: below the server's folder, or a short one in the temporary folder when the path would be too long.</summary>
    public string SocketFolder()
    {
        var near = Path.Combine(Server, "run");
        if (System.Text.Encoding.UTF8.GetByteCount(Path.Combine(near, ".s.PGSQL.5432.lock")) <= LongestSocketPath)
            return Directory.CreateDirectory(near, Private).FullName;
        return Directory.CreateTempSubdirectory("rp-").FullName; // 0700
    }

    /// <summary>Reads how the cluster was made; null when there is none yet.</summary>
    public ClusterNote? ReadNote() =>
        File.Exists(NoteIn(Data)) ? JsonSerializer.Deserialize<ClusterNote>(File.ReadAllText(NoteIn(Data))) : null;
}

/// <summary>How a cluster was made.</summary>
/// <param name="Kind">A <see cref="ServerAccountKind"/>.</param>
/// <param name="User">The account that owns its files.</param>
internal sealed record ClusterNote(string Kind, string User);
