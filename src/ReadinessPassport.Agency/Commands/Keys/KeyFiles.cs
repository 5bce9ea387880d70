using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary>Reading the files of keys, and saying what was made.</summary>
internal static class KeyFiles
{
    private const int Largest = 64 * 1024;
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>A small file, whole.</summary>
    public static byte[] Read(string path) => new FileInfo(path) is { Exists: true, Length: > Largest } ? throw KeyErrors.NotAKeyFile(path, "it is larger than 64 KiB") : File.ReadAllBytes(path);

    /// <summary>Opens a project's key.</summary>
    public static ProjectKey OpenProject(string path, string? passphraseFile)
    {
        var file = Read(path);
        using var passphrase = PassphraseOption.Read(passphraseFile, $"Passphrase of {path}: ");
        return ProjectKey.Open(file, passphrase, path);
    }

    /// <summary>Opens an agency's identity.</summary>
    public static AgencyIdentity OpenIdentity(string path, string? passphraseFile)
    {
        var file = Read(path);
        using var passphrase = PassphraseOption.Read(passphraseFile, $"Passphrase of {path}: ");
        return AgencyIdentity.Open(file, passphrase, path);
    }

    /// <summary>Reads another agency's public identity.</summary>
    public static PublicIdentity ReadPublic(string path) => PublicIdentity.Parse(Read(path), path);

    /// <summary>JSON for people.</summary>
    public static byte[] Indented(JsonObject json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, s_indented), (byte)'\n'];

    /// <summary>What is said of a key that was made or received.</summary>
    public static CommandResult Made(ProjectKey key, string path) => CommandResult.Done(
        new JsonObject { ["project"] = key.Project, ["epoch"] = key.Epoch, ["file"] = path, ["fingerprint"] = key.Fingerprint },
        $"{path}: key {key.Project}, epoch {key.Epoch}\nfingerprint: {key.Fingerprint}\nAll agencies of the project must see the same six words; compare them by telephone.");
}
