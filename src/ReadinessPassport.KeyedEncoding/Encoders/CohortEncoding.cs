using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>A stream of edge records through encoders on several threads into one package. Memory does not grow with the number of records.</summary>
public sealed class CohortEncoding : IDisposable
{
    private const int BatchRecords = 1024;
    private readonly EncodingSchema _schema;
    private readonly ProjectKey _key;
    private readonly DateOnly _today;
    private readonly HandleMaker? _handles;
    private readonly CohortPackageWriter _writer;
    private readonly ConcurrentBag<RecordEncoder> _encoders = [];
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Begins a package.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="key">The project's key; kept, not disposed.</param>
    /// <param name="handles">The agency's handles; null for plain ids, in benchmarks only.</param>
    /// <param name="today">Dates after it are taken as missing.</param>
    /// <param name="scratch">Makes scratch streams, see <see cref="CohortPackageWriter"/>.</param>
    public CohortEncoding(EncodingSchema schema, ProjectKey key, HandleMaker? handles, DateOnly today, Func<Stream> scratch)
    {
        ArgumentNullException.ThrowIfNull(key);
        (_schema, _key, _handles, _today) = (schema, key, handles, today);
        _writer = new(schema, handles is null, scratch);
    }

    /// <summary>Records in the package so far.</summary>
    public int Rows => _writer.Rows;

    /// <summary>Records that stayed at home, by their first leave-out code, as manifests tell it: a number, or <c>fewer than 11</c>.</summary>
    public IReadOnlyDictionary<string, string> LeftOut => _leftOut.ToDictionary(l => l.Key, l => l.Value < 11 ? "fewer than 11" : l.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Encodes all records.</summary>
    /// <param name="records">The records; read once, one after another.</param>
    /// <param name="threads">Threads that encode.</param>
    /// <param name="advanced">Told how many more records are done, left-out ones among them.</param>
    /// <param name="cancel">Stops.</param>
    public async Task EncodeAsync(IAsyncEnumerable<IdentifyingRecord> records, int threads, Action<int>? advanced = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        // A bounded queue of running batches: it keeps their order, and the reader waits while it is full.
        var batches = Channel.CreateBounded<Task<(EncodedCohort Cohort, EncodedCohortBuilder Made, int Read)>>(threads);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(records, batches.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                var (cohort, made, read) = await batch.ConfigureAwait(false);
                _writer.Append(cohort);
                foreach (var (code, count) in made.LeftOutExactly)
                    _leftOut[code] = _leftOut.GetValueOrDefault(code) + count;
                advanced?.Invoke(read);
            }
            await reading.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Signs and writes the package.</summary>
    /// <param name="output">Where to, forwards. Give the file its name afterwards, so that it appears whole or not at all.</param>
    /// <param name="identity">The agency that signs.</param>
    /// <param name="agreement">The agreement; empty in benchmarks.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <param name="created">When.</param>
    /// <param name="cancel">Stops.</param>
    public CohortManifest Finish(Stream output, AgencyIdentity identity, string agreement, string program, DateTimeOffset created, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var encoder = Take();
        try
        {
            return _writer.Finish(output, PackageManifest.Begin(_key, encoder, identity.Public, agreement, program, created, LeftOut), identity.SignBytes, cancel);
        }
        finally
        {
            _encoders.Add(encoder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        foreach (var encoder in _encoders)
            encoder.Dispose();
    }

    private RecordEncoder Take() => _encoders.TryTake(out var encoder) ? encoder : new(_schema, _key.Secret, _key.Context, _today);

    private async Task ReadAsync(IAsyncEnumerable<IdentifyingRecord> records, ChannelWriter<Task<(EncodedCohort, EncodedCohortBuilder, int)>> batches, CancellationToken cancel)
    {
        try
        {
            var batch = new List<IdentifyingRecord>(BatchRecords);
            await foreach (var record in records.WithCancellation(cancel).ConfigureAwait(false))
            {
                batch.Add(record);
                if (batch.Count == BatchRecords)
                {
                    var full = batch;
                    await batches.WriteAsync(Task.Run(() => Encode(full), cancel), cancel).ConfigureAwait(false);
                    batch = new(BatchRecords);
                }
            }
            if (batch.Count > 0)
                await batches.WriteAsync(Task.Run(() => Encode(batch), cancel), cancel).ConfigureAwait(false);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
            throw;
        }
    }

    private (EncodedCohort, EncodedCohortBuilder, int) Encode(List<IdentifyingRecord> batch)
    {
        var encoder = Take();
        try
        {
            var made = new EncodedCohortBuilder(_schema, batch.Count);
            foreach (var record in batch)
                encoder.Encode(record, made);
            return (_handles is null ? made.ToPlainCohort("") : made.ToCohort("", _handles), made, batch.Count);
        }
        finally
        {
            _encoders.Add(encoder);
        }
    }
}
