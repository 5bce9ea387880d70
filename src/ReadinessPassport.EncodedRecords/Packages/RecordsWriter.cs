using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>Writes cohorts one after another as one Arrow IPC file, in record batches of at most 65,536 rows.</summary>
internal sealed class RecordsWriter : IDisposable
{
    private const int BatchRows = 65_536;
    private readonly Schema _schema;
    private readonly ArrowFileWriter _writer;

    /// <summary>Begins a file.</summary>
    public RecordsWriter(Stream output, EncodingSchema schema, bool plainIds)
    {
        _schema = RecordsSchema.Of(schema, plainIds);
        _writer = new(output, _schema, leaveOpen: true);
        _writer.WriteStart();
    }

    /// <summary>Adds records.</summary>
    public void Write(EncodedCohort cohort)
    {
        for (var start = 0; start < cohort.Count; start += BatchRows)
        {
            var rows = Math.Min(BatchRows, cohort.Count - start);
            using var batch = new RecordBatch(_schema, Columns(cohort, start, rows), rows);
            _writer.WriteRecordBatch(batch);
        }
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        _writer.WriteEnd();
        _writer.Dispose();
    }

    private static IEnumerable<IArrowArray> Columns(EncodedCohort cohort, int start, int rows)
    {
        yield return cohort.PlainIds is { } ids ? Text(ids, start, rows) : Handles(cohort, start, rows);
        foreach (var field in cohort.Fields)
        {
            if (field.Filter is { } filter)
                yield return Filters(filter, start, rows);
            if (field.NicknameFilter is { } nickname)
                yield return Filters(nickname, start, rows);
            if (field.Value is { } value)
                yield return Hashes(value, start, rows);
            if (field.Bucket is { } bucket)
                yield return Buckets(bucket, start, rows);
            if (field.NicknameValue is { } nicknameValue)
                yield return Hashes(nicknameValue, start, rows);
            if (field.Initial is { } initial)
                yield return Hashes(initial, start, rows);
            if (field.Parts is { } parts)
                yield return Lists(parts, start, rows);
            if (field.History is { } history)
                yield return Lists(history, start, rows);
        }
        foreach (var block in cohort.Blocks)
            yield return Lists(block, start, rows);
    }

    private static StringArray Text(IReadOnlyList<string> ids, int start, int rows)
    {
        var builder = new StringArray.Builder();
        for (var i = 0; i < rows; i++)
            builder.Append(ids[start + i]);
        return builder.Build();
    }

    private static FixedSizeBinaryArray Handles(EncodedCohort cohort, int start, int rows)
    {
        var bytes = new byte[rows * 16];
        for (var i = 0; i < rows; i++)
            cohort.Handles![start + i].CopyTo(bytes.AsSpan(i * 16));
        return new(new ArrayData(new FixedSizeBinaryType(16), rows, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(bytes)]));
    }

    private static FixedSizeBinaryArray Filters(FilterColumn column, int start, int rows)
    {
        var words = column.Words.Slice(start * column.WordsPerRecord, rows * column.WordsPerRecord);
        var bytes = new byte[words.Length * 8];
        if (BitConverter.IsLittleEndian)
            MemoryMarshal.AsBytes(words).CopyTo(bytes);
        else
            for (var w = 0; w < words.Length; w++)
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(w * 8), words[w]);
        var (bitmap, missing) = Present(rows, i => !column.IsMissing(start + i));
        return new(new ArrayData(new FixedSizeBinaryType(column.Length / 8), rows, missing, 0, [bitmap, new ArrowBuffer(bytes)]));
    }

    private static UInt64Array Hashes(ulong[] values, int start, int rows)
    {
        var (bitmap, missing) = Present(rows, i => values[start + i] != 0);
        return new(new ArrowBuffer(MemoryMarshal.AsBytes(values.AsSpan(start, rows)).ToArray()), bitmap, rows, missing, 0);
    }

    private static UInt8Array Buckets(byte[] values, int start, int rows)
    {
        var (bitmap, missing) = Present(rows, i => values[start + i] != 0);
        return new(new ArrowBuffer(values.AsSpan(start, rows).ToArray()), bitmap, rows, missing, 0);
    }

    private static ListArray Lists(HashListColumn column, int start, int rows)
    {
        var offsets = new int[rows + 1];
        var values = new List<ulong>();
        for (var i = 0; i < rows; i++)
        {
            foreach (var value in column[start + i])
                values.Add(value);
            offsets[i + 1] = values.Count;
        }
        var items = new UInt64Array(new ArrowBuffer(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)).ToArray()), ArrowBuffer.Empty, values.Count, 0, 0);
        return new ListArray(new ListType(new Field("item", UInt64Type.Default, nullable: false)), rows, new ArrowBuffer(MemoryMarshal.AsBytes(offsets.AsSpan()).ToArray()), items, ArrowBuffer.Empty, 0, 0);
    }

    private static (ArrowBuffer Bitmap, int Missing) Present(int rows, Func<int, bool> present)
    {
        var bitmap = new byte[(rows + 7) / 8];
        var missing = 0;
        for (var i = 0; i < rows; i++)
        {
            if (present(i))
                bitmap[i / 8] |= (byte)(1 << (i % 8));
            else
                missing++;
        }
        return missing == 0 ? (ArrowBuffer.Empty, 0) : (new ArrowBuffer(bitmap), missing);
    }
}
