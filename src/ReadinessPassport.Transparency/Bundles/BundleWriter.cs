using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Writes an export bundle (log-bundle/1). The same range of the same log gives the same bytes.</summary>
public sealed class BundleWriter
{
    private readonly StoredZipWriter _zip;
    private readonly SortedDictionary<string, (long, string)> _files = new(StringComparer.Ordinal);
    private readonly BundleContents _contents;
    private readonly CancellationToken _ct;

    private BundleWriter(Stream output, BundleContents contents, CancellationToken ct) => (_zip, _contents, _ct) = (new(output), contents, ct);

    /// <summary>Writes a bundle. When it throws, what was written is of no use.</summary>
    /// <param name="output">Empty and seekable: a file, which is renamed when this has returned.</param>
    /// <param name="contents">What goes in.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Vocabulary.PassportException">RP8010: larger than a bundle may be.</exception>
    /// <exception cref="InvalidDataException">An entry is not of format 1, or the tree does not hold it.</exception>
    public static Task WriteAsync(Stream output, BundleContents contents, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contents);
        return output.CanSeek ? new BundleWriter(output, contents, ct).WriteAsync() : throw new ArgumentException("A bundle is written to something seekable.", nameof(output));
    }

    private async Task WriteAsync()
    {
        var newest = Checkpoint.Parse(_contents.Checkpoint);
        var payloads = new SortedSet<string>(StringComparer.Ordinal);
        var indexes = new List<long>();
        await AddAsync("checkpoint", Text(_contents.Checkpoint.ToString())).ConfigureAwait(false);
        foreach (var note in _contents.Older)
            await AddAsync(OlderPath(Checkpoint.Parse(note).Size), Text(note.ToString())).ConfigureAwait(false);
        await AddAsync("entries.ndjson", to => EntriesAsync(to, payloads, indexes)).ConfigureAwait(false);
        var whole = _contents.Complete && _contents.From == 0 && _contents.Until == newest.Size;
        var tree = new TiledTree(_contents.Tiles, newest.Size);
        if (!whole)
            await AddAsync("proofs/inclusion.ndjson", to => InclusionAsync(to, tree, indexes)).ConfigureAwait(false);
        await AddAsync("proofs/consistency.ndjson", ConsistencyAsync).ConfigureAwait(false);
        var withheld = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var hash in payloads)
        {
            var answer = await _contents.Payload(hash, _ct).ConfigureAwait(false);
            if (answer.Bytes is { } bytes)
                await AddAsync($"payloads/{hash}.json", bytes).ConfigureAwait(false);
            else
                withheld[hash] = answer.Reason ?? "withheld";
        }
        foreach (var file in _contents.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
            await AddAsync(file.Path, file.Bytes).ConfigureAwait(false);
        await AddAsync("keys.json", _contents.Keys.Bytes).ConfigureAwait(false);
        var manifest = new BundleManifest(newest.Origin, _contents.From, _contents.Until, _contents.Complete, newest.Size, _files.ToImmutableSortedDictionary(StringComparer.Ordinal), withheld.ToImmutable());
        await _zip.AddAsync(BundleManifest.Path, to => to.WriteAsync(manifest.Bytes, _ct).AsTask()).ConfigureAwait(false);
        await _zip.FinishAsync().ConfigureAwait(false);
    }

    internal static string OlderPath(long size) => string.Create(CultureInfo.InvariantCulture, $"checkpoints/{size}");

    private async Task EntriesAsync(Stream to, SortedSet<string> payloads, List<long> indexes)
    {
        await foreach (var (index, bytes) in _contents.Entries.WithCancellation(_ct).ConfigureAwait(false))
        {
            if (index < _contents.From || index >= _contents.Until || (indexes.Count > 0 && index <= indexes[^1]))
                throw new InvalidDataException($"Entry {index} is outside the range or out of order.");
            if (LoggedEntry.Parse(bytes).Payload is { } payload)
                payloads.Add(payload);
            indexes.Add(index);
            await LineAsync(to, string.Create(CultureInfo.InvariantCulture, $"{{\"entry\":\"{Convert.ToBase64String(bytes)}\",\"index\":{index}}}\n")).ConfigureAwait(false);
        }
        if (_contents.Complete && indexes.Count != _contents.Until - _contents.From)
            throw new InvalidDataException("Entries of the range are missing.");
    }

    private async Task InclusionAsync(Stream to, TiledTree tree, List<long> indexes)
    {
        foreach (var index in indexes)
        {
            var path = await tree.InclusionAsync(index, _ct).ConfigureAwait(false);
            await LineAsync(to, string.Create(CultureInfo.InvariantCulture, $"{{\"index\":{index},\"path\":[{Hashes(path)}],\"size\":{tree.Size}}}\n")).ConfigureAwait(false);
        }
    }

    private async Task ConsistencyAsync(Stream to)
    {
        var sizes = _contents.Older.Append(_contents.Checkpoint).Select(n => Checkpoint.Parse(n).Size).ToList();
        foreach (var (older, newer) in sizes.Zip(sizes.Skip(1)))
        {
            var proof = await new TiledTree(_contents.Tiles, newer).ConsistencyAsync(older, _ct).ConfigureAwait(false);
            await LineAsync(to, string.Create(CultureInfo.InvariantCulture, $"{{\"newer\":{newer},\"older\":{older},\"path\":[{Hashes(proof)}]}}\n")).ConfigureAwait(false);
        }
    }

    private static string Hashes(IEnumerable<byte[]> hashes) => string.Join(',', hashes.Select(h => $"\"{Convert.ToHexStringLower(h)}\""));

    private Task LineAsync(Stream to, string line) => to.WriteAsync(Text(line), _ct).AsTask();

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private Task AddAsync(string path, ReadOnlyMemory<byte> bytes) => AddAsync(path, to => to.WriteAsync(bytes, _ct).AsTask());

    private async Task AddAsync(string path, Func<Stream, Task> write)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await _zip.AddAsync(path, async to =>
        {
            var counted = new ChecksumStream(to) { Digest = digest };
            await write(counted).ConfigureAwait(false);
            _files.Add(path, (counted.Length, Convert.ToHexStringLower(digest.GetHashAndReset())));
        }).ConfigureAwait(false);
    }
}
