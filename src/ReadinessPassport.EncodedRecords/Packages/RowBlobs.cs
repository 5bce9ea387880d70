using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>Rows of a cohort as bytes, one after another: what waits on disk while a package is sorted, and what canaries are compared by. Never leaves the program.</summary>
internal static class RowBlobs
{
    /// <summary>Writes one row with its id.</summary>
    public static void Write(EncodedCohort cohort, int row, IBufferWriter<byte> to)
    {
        if (cohort.PlainIds is { } ids)
        {
            Words(to, (ulong)Encoding.UTF8.GetByteCount(ids[row]));
            Encoding.UTF8.GetBytes(ids[row], to);
        }
        else
        {
            cohort.Handles![row].CopyTo(to.GetSpan(RecordHandle.Length));
            to.Advance(RecordHandle.Length);
        }
        WriteContent(cohort, row, to);
    }

    /// <summary>Writes what a row says, without its id.</summary>
    public static void WriteContent(EncodedCohort cohort, int row, IBufferWriter<byte> to)
    {
        foreach (var field in cohort.Fields)
        {
            if (field.Filter is { } filter)
                to.Write(MemoryMarshal.AsBytes(filter[row]));
            if (field.NicknameFilter is { } nickname)
                to.Write(MemoryMarshal.AsBytes(nickname[row]));
            if (field.Value is { } value)
                Words(to, value[row]);
            if (field.Bucket is { } bucket)
                Words(to, bucket[row]);
            if (field.NicknameValue is { } nicknameValue)
                Words(to, nicknameValue[row]);
            if (field.Initial is { } initial)
                Words(to, initial[row]);
            if (field.Parts is { } parts)
                List(to, parts[row]);
            if (field.History is { } history)
                List(to, history[row]);
        }
        foreach (var block in cohort.Blocks)
            List(to, block[row]);
    }

    /// <summary>The rows in the order of their ids, as a cohort.</summary>
    /// <param name="bytes">What <see cref="Write"/> wrote, any number of rows.</param>
    /// <param name="schema">Their schema.</param>
    /// <param name="plainIds">Whether they stand under local ids; then their order stays.</param>
    /// <param name="source">Whose they are.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static EncodedCohort Read(byte[] bytes, EncodingSchema schema, bool plainIds, string source)
    {
        var starts = new List<int>();
        var handles = new List<RecordHandle>();
        for (var at = 0; at < bytes.Length;)
        {
            starts.Add(at);
            if (!plainIds)
                handles.Add(new(bytes.AsSpan(at, RecordHandle.Length)));
            at = new RowReader(bytes, at, plainIds).Skip(schema);
        }
        var order = Enumerable.Range(0, starts.Count).ToArray();
        if (!plainIds)
            Array.Sort([.. handles], order);
        var columns = new RowColumns(schema, plainIds, starts.Count);
        foreach (var row in order)
            new RowReader(bytes, starts[row], plainIds).Into(columns);
        return columns.ToCohort(source);
    }

    private static void Words(IBufferWriter<byte> to, ulong word)
    {
        MemoryMarshal.Write(to.GetSpan(8), word);
        to.Advance(8);
    }

    private static void List(IBufferWriter<byte> to, ReadOnlySpan<ulong> values)
    {
        Words(to, (ulong)values.Length);
        to.Write(MemoryMarshal.AsBytes(values));
    }
}
