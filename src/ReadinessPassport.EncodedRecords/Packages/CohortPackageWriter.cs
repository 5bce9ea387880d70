using System.Buffers;
using System.Security.Cryptography;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>
/// Writes a package of any number of records with bounded memory. Records come out in the order of their handles, which is as good as shuffled: a handle is a
/// keyed hash. Those that do not fit into memory wait in scratch streams, 256 of them by the first byte of the handle.
/// </summary>
public sealed class CohortPackageWriter : IDisposable
{
    private const int Spilled = 32 * 1024;
    private readonly EncodingSchema _schema;
    private readonly bool _plainIds;
    private readonly Func<Stream> _scratch;
    private readonly Bucket[] _buckets;
    private readonly long[] _missing;
    private int _rows;

    /// <summary>An empty package.</summary>
    /// <param name="schema">The schema of all records.</param>
    /// <param name="plainIds">Whether records stand under their local ids, in the order in which they come: benchmarks only.</param>
    /// <param name="scratch">Makes empty, readable, writable and seekable streams, such as files that vanish when closed. They hold pseudonymous person data.</param>
    public CohortPackageWriter(EncodingSchema schema, bool plainIds, Func<Stream> scratch)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(scratch);
        (_schema, _plainIds, _scratch) = (schema, plainIds, scratch);
        _buckets = [.. Enumerable.Range(0, plainIds ? 1 : 256).Select(_ => new Bucket())];
        _missing = new long[schema.Fields.Count];
    }

    /// <summary>Records so far.</summary>
    public int Rows => _rows;

    /// <summary>Adds records.</summary>
    /// <exception cref="ArgumentException">They have another schema, or other ids.</exception>
    public void Append(EncodedCohort batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!ReferenceEquals(batch.Schema, _schema) && EncodingSchemaJson.Digest(batch.Schema) != EncodingSchemaJson.Digest(_schema) || batch.PlainIds is not null != _plainIds)
            throw new ArgumentException("The records have another schema, or other ids.", nameof(batch));
        Span<byte> handle = stackalloc byte[RecordHandle.Length];
        for (var row = 0; row < batch.Count; row++)
        {
            var bucket = 0;
            if (!_plainIds)
            {
                batch.Handles![row].CopyTo(handle);
                bucket = handle[0];
            }
            RowBlobs.Write(batch, row, _buckets[bucket].Pending);
            if (_buckets[bucket].Pending.WrittenCount >= Spilled)
                _buckets[bucket].Spill(_scratch);
        }
        _rows = checked(_rows + batch.Count);
        for (var f = 0; f < _missing.Length; f++)
            _missing[f] += Missing(batch, batch.Fields[f]);
    }

    /// <summary>Sorts, signs and writes.</summary>
    /// <param name="output">Where to; only written to, forwards. Give the file its name afterwards, so that it appears whole or not at all.</param>
    /// <param name="manifest">What the package says of itself; digest, counts and missing rates are filled in here.</param>
    /// <param name="sign">Ed25519 over the manifest's bytes, by the agency's key.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="ArgumentException">A record stands twice.</exception>
    public CohortManifest Finish(Stream output, CohortManifest manifest, Func<byte[], byte[]> sign, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(sign);
        using var records = _scratch();
        using (var writer = new RecordsWriter(records, _schema, _plainIds))
        {
            foreach (var bucket in _buckets)
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var rows in bucket.Take(_schema, _plainIds, manifest.Agency.Code))
                    writer.Write(rows);
            }
        }
        records.Position = 0;
        var (digest, crc) = Checksums(records);
        var written = manifest with
        {
            RecordsSha256 = digest,
            Rows = _rows,
            PlainIds = _plainIds,
            Missing = _schema.Fields.Select((f, i) => (f.Name, Rate: _rows == 0 ? 0 : (int)((20 * _missing[i] + _rows - 1) / _rows))).ToDictionary(f => f.Name, f => f.Rate),
        };
        var bytes = written.ToBytes();
        var signature = sign(bytes);
        StoredZip.Part[] parts = [new(CohortPackage.Parts[0], bytes.Length, Crc32.Of(bytes)), new(CohortPackage.Parts[1], signature.Length, Crc32.Of(signature)), new(CohortPackage.Parts[2], records.Length, crc)];
        output.Write(StoredZip.LocalHeader(parts[0]));
        output.Write(bytes);
        output.Write(StoredZip.LocalHeader(parts[1]));
        output.Write(signature);
        output.Write(StoredZip.LocalHeader(parts[2]));
        records.Position = 0;
        records.CopyTo(output, 1 << 20);
        output.Write(StoredZip.Directory(parts));
        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bucket in _buckets)
            bucket.Dispose();
    }

    /// <summary>SHA-256 in hexadecimal and CRC-32 of a stream from where it stands.</summary>
    internal static (string Sha256, uint Crc) Checksums(Stream stream)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            sha.AppendData(buffer, 0, read);
            crc.Append(buffer.AsSpan(0, read));
        }
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), crc.Value);
    }

    private static long Missing(EncodedCohort batch, EncodedField field)
    {
        var missing = 0L;
        for (var i = 0; i < batch.Count; i++)
        {
            if (field.Filter is { } filter ? filter.IsMissing(i) : field.Value is { } value ? value[i] == 0 : field.History is { } history && history[i].IsEmpty)
                missing++;
        }
        return missing;
    }

    // Rows whose handles begin alike; on disk once they are many.
    private sealed class Bucket : IDisposable
    {
        private Stream? _spilled;

        public ArrayBufferWriter<byte> Pending { get; private set; } = new();

        public void Spill(Func<Stream> scratch)
        {
            _spilled ??= scratch();
            _spilled.Write(Pending.WrittenSpan);
            Pending.ResetWrittenCount();
        }

        // Plain ids keep their order and may be read piece by piece; but they are few, so whole.
        public IEnumerable<EncodedCohort> Take(EncodingSchema schema, bool plainIds, string source)
        {
            var bytes = new byte[(_spilled?.Length ?? 0) + Pending.WrittenCount];
            if (_spilled is not null)
            {
                _spilled.Position = 0;
                _spilled.ReadExactly(bytes.AsSpan(0, (int)_spilled.Length));
            }
            Pending.WrittenSpan.CopyTo(bytes.AsSpan(bytes.Length - Pending.WrittenCount));
            Dispose();
            if (bytes.Length > 0)
                yield return RowBlobs.Read(bytes, schema, plainIds, source);
        }

        public void Dispose()
        {
            _spilled?.Dispose();
            _spilled = null;
            Pending = new();
        }
    }
}
