using System.Runtime.InteropServices;
using System.Text;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>Walks over one row of <see cref="RowBlobs"/>.</summary>
internal ref struct RowReader(byte[] bytes, int at, bool plainIds)
{
    private int _at = at;

    /// <summary>Where the next row begins.</summary>
    public int Skip(EncodingSchema schema)
    {
        if (plainIds)
            SkipList(1);
        else
            _at += RecordHandle.Length;
        foreach (var field in schema.Fields)
        {
            _at += field.Length / 8 * (field.Nickname && field.Length > 0 ? 2 : 1);
            _at += 8 * ((field.ValueHash == ValueHashMode.None ? 0 : 1) + (field.Nickname ? 1 : 0) + (field.Initial ? 1 : 0));
            for (var list = (field.Parts ? 1 : 0) + (field.History ? 1 : 0); list > 0; list--)
                SkipList(8);
        }
        for (var b = 0; b < schema.Blocks.Count; b++)
            SkipList(8);
        return _at;
    }

    /// <summary>Adds the row to columns.</summary>
    public void Into(RowColumns columns)
    {
        if (plainIds)
        {
            var length = (int)Word();
            columns.Ids!.Add(Encoding.UTF8.GetString(bytes, _at, length));
            _at += length;
        }
        else
        {
            columns.Handles!.Add(new(bytes.AsSpan(_at, RecordHandle.Length)));
            _at += RecordHandle.Length;
        }
        foreach (var column in columns.Fields)
        {
            var field = column.Schema;
            column.Filter.AddRange(Words(field.Length / 64));
            if (field.Nickname)
                column.Nickname.AddRange(Words(field.Length / 64));
            if (field.ValueHash != ValueHashMode.None)
                column.Value.Add(Word());
            if (field.Nickname)
                column.NicknameValue.Add(Word());
            if (field.Initial)
                column.Initial.Add(Word());
            if (field.Parts)
                column.Parts.Add(Words((int)Word()));
            if (field.History)
                column.History.Add(Words((int)Word()));
        }
        foreach (var block in columns.Blocks)
            block.Add(Words((int)Word()));
    }

    private void SkipList(int size)
    {
        var count = (int)Word(); // before the place is read: it moves on
        _at += size * count;
    }

    private ulong Word() => Words(1)[0];

    private ReadOnlySpan<ulong> Words(int count)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(_at, 8 * count));
        _at += 8 * count;
        return words;
    }
}
