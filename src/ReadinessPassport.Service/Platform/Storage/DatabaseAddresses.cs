using System.Security.Cryptography;
using System.Text.Json;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>
/// Connection strings of the three roles. A process is given those it needs and no others: a linkage unit on another machine knows only
/// <see cref="Linkage"/>. The embedded cluster's lie in <c>connection.json</c>, readable by the hub's account only.
/// </summary>
/// <param name="Owner">rp_owner: owns every table and migrates.</param>
/// <param name="Web">rp_web: pages and the API.</param>
/// <param name="Linkage">rp_linkage: links.</param>
internal sealed record DatabaseAddresses(string? Owner, string? Web, string? Linkage)
{
    /// <summary>The file's name below the data folder.</summary>
    public const string FileName = "connection.json";

    /// <summary>The three roles' names.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["rp_owner", "rp_web", "rp_linkage"];

    /// <summary>The outside database's addresses from configuration; null when none is configured and the cluster is embedded.</summary>
    public static DatabaseAddresses? Configured(IConfiguration configuration)
    {
        var given = new DatabaseAddresses(configuration.GetConnectionString("Passport"), configuration.GetConnectionString("Web"), configuration.GetConnectionString("Linkage"));
        return given is { Owner: null, Web: null, Linkage: null } ? null : given;
    }

    /// <summary>Reads the file, or null when there is none.</summary>
    public static DatabaseAddresses? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<DatabaseAddresses>(File.ReadAllText(path), JsonSerializerOptions.Web) : null;
    }

    /// <summary>Writes the file, mode 0600, whole or not at all.</summary>
    public void Write(string dataFolder) =>
        PrivateFile.Write(Path.Combine(dataFolder, FileName), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    /// <summary>A password nobody types.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
