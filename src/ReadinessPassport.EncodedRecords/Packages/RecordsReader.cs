using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>Reads <c>records.arrow</c> and trusts nothing in it: columns, types, lengths, counts, offsets and duplicates are checked before they are used.</summary>
internal sealed class RecordsReader
{
    private const int MostHashesOfARecord = GrowingHashLists.MostOfARecord;
    private readonly CohortManifest _manifest;
    private readonly string _name;
    private readonly List<RecordHandle>? _handles;
    private readonly List<string>? _ids;
    private readonly Dictionary<string, Column> _columns = [];
    private RecordHandle? _last;
    private int _rows;

    private RecordsReader(CohortManifest manifest, string name)
    {
        (_manifest, _name) = (manifest, name);
        _handles = manifest.PlainIds ? null : [];
        _ids = manifest.PlainIds ? [] : null;
    }

    /// <summary>Reads all records.</summary>
    /// <exception cref="PassportException">RP3005.</exception>
    public static EncodedCohort Read(Stream records, CohortManifest manifest, string source, string name)
    {
        var reader = new RecordsReader(manifest, name);
        return Guarded(name, () =>
        {
            reader.TakeAll(records, keep: true);
            return reader.Finish(source);
        });
    }

    /// <summary>Checks all records and keeps none.</summary>
    /// <exception cref="PassportException">RP3005.</exception>
    public static void Verify(Stream records, CohortManifest manifest, string name)
    {
        var reader = new RecordsReader(manifest, name);
        Guarded(name, () =>
        {
            reader.TakeAll(records, keep: false);
            return 0;
        });
    }

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PassportException)
        {
            throw;
        }
#pragma warning disable CA1031 // Apache.Arrow reports damaged files by many exception types; each means that the file is not what it says.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw PackageErrors.Records(name, "it is damaged", e);
        }
    }

    private void TakeAll(Stream records, bool keep)
    {
        using var file = new ArrowFileReader(records, leaveOpen: true);
        var expected = RecordsSchema.Of(_manifest.Schema, _manifest.PlainIds);
        while (file.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
                Take(batch, expected);
            _rows += batch.Length;
            if (!keep)
            {
                _columns.Clear();
                _handles?.Clear();
            }
        }
        if (_rows != _manifest.Rows)
            throw PackageErrors.Records(_name, $"it has {_rows} rows, the manifest says {_manifest.Rows}");
    }

    private void Take(RecordBatch batch, Schema expected)
    {
        if (batch.Schema.FieldsList.Count != expected.FieldsList.Count)
            throw PackageErrors.Records(_name, "it has other columns");
        if ((long)_rows + batch.Length > _manifest.Rows)
            throw PackageErrors.Records(_name, "it has more rows");
        for (var c = 0; c < expected.FieldsList.Count; c++)
        {
            var (field, array) = (expected.GetFieldByIndex(c), batch.Column(c));
            if (batch.Schema.GetFieldByIndex(c).Name != field.Name || !SameType(field.DataType, array.Data.DataType) || array.Length != batch.Length)
                throw PackageErrors.Records(_name, $"column {c + 1} is not {field.Name}");
            if (!field.IsNullable && array.NullCount != 0)
                throw PackageErrors.Records(_name, $"column {field.Name} has missing values");
            switch (array)
            {
                case StringArray ids:
                    for (var i = 0; i < ids.Length; i++)
                        _ids!.Add(ids.GetString(i, Encoding.UTF8));
                    break;
                case FixedSizeBinaryArray handles when c == 0:
                    for (var i = 0; i < handles.Length; i++)
                        TakeHandle(new(handles.GetBytes(i)));
                    break;
                default:
                    Of(field.Name).Take(array, m => PackageErrors.Records(_name, $"column {field.Name}: {m}"));
                    break;
            }
        }
    }

    // Ascending, each once: the order says nothing of the source, and no set of all handles is needed to find one twice.
    private void TakeHandle(RecordHandle handle)
    {
        if (_last is { } last && last.CompareTo(handle) >= 0)
            throw PackageErrors.Records(_name, "its handles are not in ascending order, each once");
        _last = handle;
        _handles!.Add(handle);
    }

    private EncodedCohort Finish(string source)
    {
        var rows = _rows;
        if (_ids is not null && new HashSet<string>(_ids, StringComparer.Ordinal).Count != rows)
            throw PackageErrors.Records(_name, "an id stands twice");
        var fields = _manifest.Schema.Fields.Select(f => new EncodedField
        {
            Schema = f,
            Filter = f.Length > 0 ? Of(f.Name).Filters(f.Length, rows) : null,
            NicknameFilter = f.Length > 0 && f.Nickname ? Of(f.Name + "#nickname").Filters(f.Length, rows) : null,
            Value = f.ValueHash == ValueHashMode.Full ? Of(f.Name + "#value").Words(rows) : null,
            Bucket = f.ValueHash == ValueHashMode.Bucket ? [.. Of(f.Name + "#bucket").Words(rows).Select(w => (byte)w)] : null,
            NicknameValue = f.Nickname ? Of(f.Name + "#nickname-value").Words(rows) : null,
            Initial = f.Initial ? Of(f.Name + "#initial").Words(rows) : null,
            Parts = f.Parts ? Of(f.Name + "#parts").Lists() : null,
            History = f.History ? Of(f.Name + "#history").Lists() : null,
        }).ToList();
        return new(source, _manifest.Schema, _handles, _ids, fields, [.. _manifest.Schema.Blocks.Select(b => Of("block:" + b.Name).Lists())]);
    }

    private Column Of(string name) => CollectionsMarshal.GetValueRefOrAddDefault(_columns, name, out _) ??= new Column();

    private static bool SameType(IArrowType expected, IArrowType found) => expected.TypeId == found.TypeId && (expected, found) switch
    {
        (FixedSizeBinaryType e, FixedSizeBinaryType f) => e.ByteWidth == f.ByteWidth,
        (ListType, ListType f) => f.ValueDataType.TypeId == ArrowTypeId.UInt64,
        _ => true,
    };

    // Words of filters and hashes, or lists, whichever the column holds; grows batch by batch, never by what a header claims.
    private sealed class Column
    {
        private readonly List<ulong> _words = [];
        private readonly List<int> _starts = [0];

        public void Take(IArrowArray array, Func<string, PassportException> wrong)
        {
            switch (array)
            {
                case FixedSizeBinaryArray filters:
                    for (var i = 0; i < filters.Length; i++)
                        TakeFilter(filters, i, wrong);
                    break;
                case UInt64Array hashes:
                    for (var i = 0; i < hashes.Length; i++)
                        _words.Add(hashes.GetValue(i) ?? 0);
                    break;
                case UInt8Array buckets:
                    for (var i = 0; i < buckets.Length; i++)
                        _words.Add(buckets.GetValue(i) ?? 0);
                    break;
                case ListArray lists:
                    TakeLists(lists, wrong);
                    break;
                default:
                    throw wrong("unknown type");
            }
        }

        public FilterColumn Filters(int length, int rows) => new(length, _words.Count == rows * (length / 64) ? [.. _words] : throw new InvalidDataException());

        public ulong[] Words(int rows) => _words.Count == rows ? [.. _words] : throw new InvalidDataException();

        public HashListColumn Lists() => new([.. _starts], [.. _words]);

        private void TakeFilter(FixedSizeBinaryArray filters, int i, Func<string, PassportException> wrong)
        {
            var width = ((FixedSizeBinaryType)filters.Data.DataType).ByteWidth;
            var missing = filters.IsNull(i);
            var any = 0UL;
            for (var w = 0; w < width; w += 8)
            {
                var word = missing ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(filters.GetBytes(i)[w..]);
                any |= word;
                _words.Add(word);
            }
            if (!missing && any == 0)
                throw wrong("a filter without a bit is not marked missing");
        }

        private void TakeLists(ListArray lists, Func<string, PassportException> wrong)
        {
            if (lists.Values is not UInt64Array values || values.NullCount != 0)
                throw wrong("a list holds something else than hashes");
            for (var i = 0; i < lists.Length; i++)
            {
                var (from, to) = (lists.ValueOffsets[i], lists.ValueOffsets[i + 1]);
                if (from < 0 || to < from || to > values.Length || to - from > MostHashesOfARecord)
                    throw wrong("offsets out of range");
                for (var v = from; v < to; v++)
                    _words.Add(values.GetValue(v)!.Value);
                _starts.Add(_words.Count);
            }
        }
    }
}
