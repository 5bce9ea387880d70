using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using ReadinessPassport.KeyedEncoding.Clk;
using ReadinessPassport.Vocabulary.CommandLine;
using Sylvan.Data.Csv;

namespace ReadinessPassport.Agency.Commands.Clk;

/// <summary>Streams a CSV file through encoders on several threads; the filters come out in row order, and memory does not grow with the file.</summary>
internal sealed class ClkFileEncoder(ClkSchema schema, byte[] secret, int threads) : IDisposable
{
    private const int LongestRow = 1 << 20;
    private readonly ConcurrentBag<ClkEncoder> _encoders = [];

    /// <summary>Encodes a file.</summary>
    /// <returns>The number of rows.</returns>
    public async Task<long> EncodeAsync(string path, ClkHeader header, Stream output, ProgressStage stage, CancellationToken cancel)
    {
        var batches = Channel.CreateBounded<Task<byte[]>>(threads * 2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(path, header, batches.Writer, stage, stop.Token), stop.Token);
        try
        {
            await output.WriteAsync("{\"clks\":["u8.ToArray(), cancel).ConfigureAwait(false);
            var first = true;
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                var text = await batch.ConfigureAwait(false);
                await output.WriteAsync(text.AsMemory(first ? 1 : 0), cancel).ConfigureAwait(false); // each begins with the comma that parts it from the one before
                first = false;
            }
            await output.WriteAsync("]}\n"u8.ToArray(), cancel).ConfigureAwait(false);
            return await reading.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var encoder in _encoders)
            encoder.Dispose();
        CryptographicOperations.ZeroMemory(secret);
    }

    private async Task<long> ReadAsync(string path, ClkHeader header, ChannelWriter<Task<byte[]>> batches, ProgressStage stage, CancellationToken cancel)
    {
        var rows = 0L;
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, 1 << 17);
            using var csv = CsvDataReader.Create(text, new() { HasHeaders = false, Delimiter = ',', BufferSize = 1 << 17, MaxBufferSize = LongestRow, CsvStyle = CsvStyle.Standard });
            if (header != ClkHeader.None && await csv.ReadAsync(cancel).ConfigureAwait(false) && header == ClkHeader.Check)
                CheckHeader(csv);
            var batch = new ClkBatch(1);
            while (await csv.ReadAsync(cancel).ConfigureAwait(false))
            {
                rows++;
                if (csv.RowFieldCount != schema.Features.Length)
                    throw ClkErrors.Fields(rows, csv.RowFieldCount, schema.Features.Length);
                for (var f = 0; f < schema.Features.Length; f++)
                    batch.Add(csv.GetFieldSpan(f));
                if (++batch.Rows == ClkBatch.Full)
                {
                    await SendAsync(batch).ConfigureAwait(false);
                    batch = new(rows + 1);
                }
            }
            if (batch.Rows > 0)
                await SendAsync(batch).ConfigureAwait(false);
            batches.Complete();
            return rows;
        }
        catch (Exception e) when (e is DecoderFallbackException or CsvFormatException or CsvRecordTooLargeException)
        {
            var wrong = ClkErrors.NotText(Path.GetFileName(path), e);
            batches.Complete(wrong);
            throw wrong;
        }
        catch (Exception e)
        {
            batches.Complete(e);
            throw;
        }

        async Task SendAsync(ClkBatch full)
        {
            await batches.WriteAsync(Task.Run(() => Encode(full), cancel), cancel).ConfigureAwait(false);
            stage.Advance(full.Rows);
        }
    }

    private void CheckHeader(CsvDataReader csv)
    {
        if (csv.RowFieldCount != schema.Features.Length)
            throw ClkErrors.Fields(0, csv.RowFieldCount, schema.Features.Length);
        for (var f = 0; f < schema.Features.Length; f++)
        {
            if (!csv.GetFieldSpan(f).SequenceEqual(schema.Features[f].Identifier))
                throw ClkErrors.Header(f + 1);
        }
    }

    private byte[] Encode(ClkBatch batch)
    {
        if (!_encoders.TryTake(out var encoder))
            encoder = new(schema, secret);
        try
        {
            var size = encoder.Bytes;
            var encoded = Base64.GetMaxEncodedToUtf8Length(size);
            var text = new byte[batch.Rows * (encoded + 3)];
            Span<byte> filter = size <= 1024 ? stackalloc byte[size] : new byte[size];
            var at = 0;
            for (var row = 0; row < batch.Rows; row++)
            {
                encoder.Begin();
                for (var f = 0; f < schema.Features.Length; f++)
                    encoder.Add(f, batch.Next(), batch.FirstRow + row);
                encoder.Finish(filter);
                text[at++] = (byte)',';
                text[at++] = (byte)'"';
                Base64.EncodeToUtf8(filter, text.AsSpan(at), out _, out var written);
                at += written;
                text[at++] = (byte)'"';
            }
            return text;
        }
        finally
        {
            _encoders.Add(encoder);
        }
    }
}
