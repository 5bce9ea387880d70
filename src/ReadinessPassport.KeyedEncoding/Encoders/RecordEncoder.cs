using System.Runtime.InteropServices;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;
using ReadinessPassport.KeyedEncoding.Hardening;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>
/// Turns edge records into encoded records under a project's secret. Names go in and stay in: what comes out are filters, keyed hashes and blocking keys.
/// The same record, schema, secret and context give the same bits on every machine. One encoder belongs to one thread.
/// </summary>
public sealed class RecordEncoder : IDisposable
{
    private readonly EncodingSchema _schema;
    private readonly DateOnly _today;
    private readonly FieldEncoder[] _fields;
    private readonly HardeningChain?[] _recordHardening;
    private readonly int[] _salts;
    private readonly KeyedHash _block;
    private readonly KeyedHash _component;
    private readonly List<KeyedHash> _owned = [];
    private readonly BlockKeys[] _rules;
    private readonly List<PreparedValue>[] _values;
    private readonly List<RawValue> _raw = [];
    private readonly List<ulong> _hashes = [];

    /// <summary>Derives the subkeys.</summary>
    /// <param name="schema">What is sent of each field.</param>
    /// <param name="secret">The project's secret; the encoder keeps subkeys only.</param>
    /// <param name="context">Project and epoch, such as <c>K-MA-2027-004/1</c>: another context, other bits.</param>
    /// <param name="today">Dates after it are taken as missing.</param>
    public RecordEncoder(EncodingSchema schema, LinkageSecret secret, string context, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(secret);
        (_schema, _today) = (schema, today);
        var salt = Convert.FromHexString(EncodingSchemaJson.Digest(schema));
        byte[] Subkey(string group, string use) => secret.Subkey(salt, $"{context}\u001f{group}", use);
        KeyedHash Own(string group, string use)
        {
            var hash = new KeyedHash(Subkey(group, use));
            _owned.Add(hash);
            return hash;
        }
        _block = Own("", "block");
        _component = Own("", "component");
        _fields = [.. schema.Fields.Select(f => new FieldEncoder(schema, f, Subkey, _component))];
        _recordHardening = [.. schema.Fields.Select(f => f.Kind == FieldKind.Record ? new HardeningChain(f, use => Own(f.Group, use)) : null)];
        _salts = [.. schema.Fields.Select(f => f.Hardening.FirstOrDefault(h => h.StartsWith("salt:", StringComparison.Ordinal)) is { } h ? schema.Fields.ToList().FindIndex(x => x.Name == h[5..]) : -1)];
        _rules = [.. schema.Blocks.Select((_, i) => new BlockKeys(schema, i))];
        _values = [.. schema.Fields.Select(_ => new List<PreparedValue>())];
    }

    /// <summary>The schema encoded with.</summary>
    public EncodingSchema Schema => _schema;

    /// <summary>Encodes one record into the next row of a cohort; a record with a leave-out code is counted and stays at home.</summary>
    /// <returns>Whether the record is in the cohort.</returns>
    public bool Encode(IdentifyingRecord record, EncodedCohortBuilder into)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(into);
        if (record.LeaveOut.Count > 0)
        {
            into.LeaveOut(record.LeaveOut[0]);
            return false;
        }
        for (var f = 0; f < _fields.Length; f++)
            Prepare(record, f);
        for (var f = 0; f < _fields.Length; f++)
            Write(f, into.Field(f));
        for (var b = 0; b < _rules.Length; b++)
            into.Blocks(b).Add(_rules[b].Of(_values, _block));
        into.EndRow(record.SourceRecordId);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var field in _fields)
            field.Dispose();
        foreach (var hash in _owned)
            hash.Dispose();
    }

    /// <summary>Says nothing.</summary>
    public override string ToString() => "RecordEncoder (hidden)";

    // Present value first; where only earlier or other ones are known, a missing value stands before them.
    private void Prepare(IdentifyingRecord record, int f)
    {
        var (field, values) = (_schema.Fields[f], _values[f]);
        values.Clear();
        if (field.Kind == FieldKind.Record)
            return;
        _raw.Clear();
        RawValues.Of(record, field.From, _today, _raw);
        var salt = "";
        if (_salts[f] >= 0)
        {
            var by = new List<RawValue>();
            RawValues.Of(record, _schema.Fields[_salts[f]].From, _today, by);
            salt = by.Count == 0 ? "-" : _schema.Fields[_salts[f]].Kind == FieldKind.Date ? by[0].Text[..4] : by[0].Text;
        }
        foreach (var raw in _raw)
        {
            var prepared = _fields[f].Prepare(raw, salt);
            if (values.Count == 0 && raw.Order > 0)
                values.Add(PreparedValue.Missing);
            if (!prepared.IsMissing || raw.Order == 0 && values.Count == 0)
                values.Add(prepared);
        }
        if (values.TrueForAll(v => v.IsMissing))
            values.Clear();
    }

    private void Write(int f, EncodedFieldBuilder to)
    {
        var (field, values) = (_schema.Fields[f], _values[f]);
        var present = values.Count > 0 ? values[0] : PreparedValue.Missing;
        if (_recordHardening[f] is { } hardening)
            WriteRecordFilter(f, hardening, to.NextFilter());
        else if (field.Length > 0)
        {
            present.Filter.CopyTo(to.NextFilter());
            if (field.Nickname)
                present.NicknameFilter.CopyTo(to.NextNicknameFilter());
        }
        if (field.ValueHash == ValueHashMode.Full)
            to.Value.Add(present.Value);
        if (field.Nickname)
            to.NicknameValue.Add(present.NicknameValue);
        if (field.Initial)
            to.Initial.Add(present.Initial);
        if (field.Parts)
            AddAll(values, static (v, all) => { foreach (var part in v.Parts) { if (!all.Contains(part)) all.Add(part); } }, to.Parts);
        if (field.History)
            AddAll(values, static (v, all) => { if (v.Value != 0 && !all.Contains(v.Value)) all.Add(v.Value); }, to.History);
    }

    private void AddAll(List<PreparedValue> values, Action<PreparedValue, List<ulong>> add, GrowingHashLists to)
    {
        _hashes.Clear();
        foreach (var value in values)
            add(value, _hashes);
        to.Add(CollectionsMarshal.AsSpan(_hashes)[..Math.Min(_hashes.Count, GrowingHashLists.MostOfARecord)]);
    }

    private void WriteRecordFilter(int f, HardeningChain hardening, Span<ulong> to)
    {
        Span<ulong> bits = stackalloc ulong[hardening.InputLength / 64];
        bits.Clear();
        for (var part = 0; part < _fields.Length; part++)
        {
            if (_values[part] is not [{ IsMissing: false } value, ..] || !_schema.Fields[f].From.Contains(_schema.Fields[part].Name))
                continue;
            // One record filter for each record field that takes this part, in the order of the schema.
            var slot = 0;
            for (var r = 0; r < f; r++)
            {
                if (_schema.Fields[r].Kind == FieldKind.Record && _schema.Fields[r].From.Contains(_schema.Fields[part].Name))
                    slot++;
            }
            var from = value.Record[slot];
            for (var w = 0; w < bits.Length; w++)
                bits[w] |= from[w];
        }
        hardening.Apply(bits, to);
    }
}
