using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>An opened bundle: its files, and the entries and payloads that could be read. Nothing of it is to be believed before <see cref="BundleCheck"/> has found nothing.</summary>
public sealed class LogBundle : IDisposable
{
    private readonly Stream _stream;
    private readonly StoredZipReader _zip;

    private LogBundle(Stream stream, StoredZipReader zip, BundleManifest manifest) => (_stream, _zip, Manifest) = (stream, zip, manifest);

    internal BundleManifest Manifest { get; }

    /// <summary>The log, as the bundle says.</summary>
    public string Origin => Manifest.Origin;

    /// <summary>The range: first index, and first index after it.</summary>
    public (long From, long Until) Range => (Manifest.From, Manifest.Until);

    /// <summary>Whether every entry of the range is there.</summary>
    public bool IsComplete => Manifest.Complete;

    /// <summary>Every path in it.</summary>
    public IReadOnlyCollection<string> Paths => _zip.Paths;

    /// <summary>Why a payload is not there; null when nothing is said of it.</summary>
    public string? Withheld(string payload) => Manifest.Withheld.GetValueOrDefault(payload);

    /// <summary>Opens a bundle and reads its directory and manifest.</summary>
    /// <param name="stream">Seekable; disposed of with the bundle.</param>
    /// <exception cref="InvalidDataException">Not a bundle: RP8001.</exception>
    public static LogBundle Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var zip = StoredZipReader.Open(stream);
        if (!zip.Contains(BundleManifest.Path) || zip.Length(BundleManifest.Path) > 64 << 20)
            throw new InvalidDataException("there is no manifest.json of a sensible size");
        var bytes = Read(zip, BundleManifest.Path);
        var crc = new Crc32();
        crc.Append(bytes);
        if (crc.Value != zip.Crc(BundleManifest.Path))
            throw new InvalidDataException("manifest.json is damaged");
        return new(stream, zip, BundleManifest.Parse(bytes));
    }

    /// <summary>A file of the bundle; null when there is none. For files that fit into memory.</summary>
    public byte[]? File(string path) => _zip.Contains(path) && _zip.Length(path) <= 256 << 20 ? Read(_zip, path) : null;

    /// <summary>The payload with a hash, as JSON; null when it is not there, not readable, or not what the hash says.</summary>
    public JsonObject? Payload(string? hash)
    {
        if (hash is null || File($"payloads/{hash}.json") is not { } bytes || Entries.Payload.Digest(bytes) != hash)
            return null;
        try
        {
            return JsonNode.Parse(bytes, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal StoredZipReader Zip => _zip;

    internal Stream? OpenRead(string path) => _zip.Contains(path) ? _zip.OpenRead(path) : null;

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static byte[] Read(StoredZipReader zip, string path)
    {
        var bytes = new byte[zip.Length(path)];
        using var content = zip.OpenRead(path);
        content.ReadExactly(bytes);
        return bytes;
    }
}
