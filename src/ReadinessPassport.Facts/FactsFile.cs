using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Facts;

/// <summary>
/// A facts file (<c>.rpf</c>): a stored ZIP of <c>manifest.json</c>, <c>manifest.sig</c> and <c>facts.ndjson</c>, described in docs/formats/facts-file.md so that
/// a stranger could write one. Lines stand in ascending order of handles, one line a handle.
/// </summary>
public static class FactsFile
{
    private const int LargestManifest = 1 << 20;
    private static readonly string[] s_parts = ["manifest.json", "manifest.sig", "facts.ndjson"];
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // what ZIP calls the beginning; the manifest says when

    /// <summary>Writes a file.</summary>
    /// <param name="output">Where to; only written to, forwards.</param>
    /// <param name="scratch">Empty, readable and seekable: holds the lines while their digest is taken.</param>
    /// <param name="lines">One a handle, in any order; sorted here.</param>
    /// <param name="manifest">What the file says of itself; its digest and line count are filled in here.</param>
    /// <param name="sign">Ed25519 over the manifest's bytes, by the agency's key.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="ArgumentException">A handle appears twice.</exception>
    public static FactsManifest Write(Stream output, Stream scratch, IEnumerable<FactsLine> lines, FactsManifest manifest, Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(sign);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        var count = 0;
        RecordHandle? before = null;
        foreach (var line in lines.OrderBy(l => l.Handle))
        {
            if (line.Handle == before)
                throw new ArgumentException("A handle appears twice.", nameof(lines));
            before = line.Handle;
            count++;
            FactsLineJson.Write(buffer, line);
            if (buffer.WrittenCount >= 1 << 15)
                Flush();
        }
        Flush();
        scratch.Position = 0;
        var written = manifest with { Lines = count, FactsSha256 = Convert.ToHexStringLower(SHA256.HashData(scratch)) };
        var bytes = written.ToBytes();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using (var part = Part(zip, s_parts[0]))
            part.Write(bytes);
        using (var part = Part(zip, s_parts[1]))
            part.Write(sign(bytes));
        using (var part = Part(zip, s_parts[2]))
        {
            scratch.Position = 0;
            scratch.CopyTo(part);
        }
        return written;

        void Flush()
        {
            scratch.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>Checks the form, the manifest, the signature and the digest; not the lines.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">How errors call it.</param>
    /// <param name="check">Whether the signature is the agency's.</param>
    /// <exception cref="PassportException">RP3101 to RP3104.</exception>
    public static FactsManifest ReadManifest(Stream file, string name, FactsSignatureCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        using var zip = Open(file, name);
        var bytes = Small(zip.Entries[0], name);
        var manifest = FactsManifest.Parse(bytes, name);
        var signature = Small(zip.Entries[1], name);
        if (signature.Length != 64 || !check(manifest, bytes, signature))
            throw FactsErrors.Signature(name);
        try
        {
            using var facts = zip.Entries[2].Open();
            if (Convert.ToHexStringLower(SHA256.HashData(facts)) != manifest.FactsSha256)
                throw FactsErrors.Digest(name);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw FactsErrors.NotAFile(name, "truncated or damaged", e);
        }
        return manifest;
    }

    /// <summary>Reads the lines one by one, with bounded memory, each checked against the catalogue. Call <see cref="ReadManifest"/> first.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">How errors call it.</param>
    /// <param name="manifest">As <see cref="ReadManifest"/> returned it.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="PassportException">RP3105: a line breaks a rule; RP3106: more or fewer lines than the manifest says.</exception>
    public static async IAsyncEnumerable<FactsLine> ReadLinesAsync(Stream file, string name, FactsManifest manifest, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var zip = Open(file, name);
        var facts = await zip.Entries[2].OpenAsync(ct).ConfigureAwait(false);
        await using var closing = facts.ConfigureAwait(false);
        var reader = PipeReader.Create(facts, new(bufferSize: FactsLineJson.LargestLine));
        var count = 0;
        RecordHandle? before = null;
        while (true)
        {
            var read = await reader.ReadAsync(ct).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                count++;
                yield return Next(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > FactsLineJson.LargestLine)
                throw FactsErrors.Line(name, count + 1, "the line is longer than 64 KiB");
            if (read.IsCompleted && buffer.Length > 0)
                throw FactsErrors.Line(name, count + 1, "the line does not end");
            if (read.IsCompleted)
                break;
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
        if (count != manifest.Lines)
            throw FactsErrors.Count(name, manifest.Lines);

        FactsLine Next(ReadOnlySequence<byte> bytes)
        {
            if (bytes.Length > FactsLineJson.LargestLine)
                throw FactsErrors.Line(name, count, "the line is longer than 64 KiB");
            if (count > manifest.Lines)
                throw FactsErrors.Count(name, manifest.Lines);
            var line = FactsLineJson.Read(bytes, rule => FactsErrors.Line(name, count, rule));
            if (before is { } b && b.CompareTo(line.Handle) >= 0)
                throw FactsErrors.Line(name, count, "handles stand in ascending order, each once");
            before = line.Handle;
            return line;
        }
    }

    private static ZipArchive Open(Stream file, string name)
    {
        ZipArchive? zip = null;
        try
        {
            file.Position = 0;
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            // Exactly these three, in this order, stored: a file has one form, and nothing rides along.
            return zip.Entries.Select(e => e.FullName).SequenceEqual(s_parts) && zip.Entries.All(e => e.CompressedLength == e.Length)
                ? zip
                : throw FactsErrors.NotAFile(name, "expected manifest.json, manifest.sig and facts.ndjson, stored");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            zip?.Dispose();
            throw FactsErrors.NotAFile(name, "truncated or damaged", e);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    private static byte[] Small(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > LargestManifest)
            throw FactsErrors.NotAFile(name, $"{entry.FullName} is larger than 1 MiB");
        try
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw FactsErrors.NotAFile(name, "truncated or damaged", e);
        }
    }

    private static Stream Part(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = s_noTime;
        return entry.Open();
    }
}
