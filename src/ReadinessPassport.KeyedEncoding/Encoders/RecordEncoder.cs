using System.Security.Cryptography;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;
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
    private readonly TokenFilter?[] _filters;
    private readonly KeyedHash[] _values;
    private readonly KeyedHash _block;
    private readonly BlockKeys[] _rules;

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
        _filters = [.. schema.Fields.Select(f => f.Length == 0 ? null : new TokenFilter(new KeyedHash(secret.Subkey(salt, $"{context}\u001f{f.Group}", "token")), f.Length, FilterParameters.Hashes(f)))];
        _values = [.. schema.Fields.Select(f => new KeyedHash(secret.Subkey(salt, $"{context}\u001f{f.Group}", "value")))];
        _block = new KeyedHash(secret.Subkey(salt, context, "block"));
        _rules = [.. schema.Blocks.Select(b => new BlockKeys(schema, b))];
    }

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
        var values = new CanonicalValues(_schema, record, _today);
        for (var f = 0; f < _schema.Fields.Count; f++)
            EncodeField(values, f, into.Field(f));
        for (var b = 0; b < _rules.Length; b++)
            into.Blocks(b).Add(_rules[b].Of(values, _block));
        into.EndRow(record.SourceRecordId);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var filter in _filters)
            filter?.Dispose();
        foreach (var value in _values)
            value.Dispose();
        _block.Dispose();
    }

    private void EncodeField(CanonicalValues values, int f, EncodedFieldBuilder to)
    {
        var (field, hash, present) = (_schema.Fields[f], _values[f], values.Present(f));
        if (_filters[f] is { } filter)
        {
            filter.Set(present is null ? [] : Tokens.Of(present, field.Kind), to.NextFilter());
            if (field.Nickname)
                filter.Set(values.Nickname(f) is { } nickname ? Tokens.Of(nickname, field.Kind) : [], to.NextNicknameFilter());
        }
        if (field.ValueHash == ValueHashMode.Full)
            to.Value.Add(present is null ? 0 : hash.Value(present));
        if (field.Nickname)
            to.NicknameValue.Add(values.Nickname(f) is { } nickname ? hash.Value(nickname) : 0);
        if (field.Initial)
            to.Initial.Add(present is null ? 0 : hash.Value("\u0001" + present[0]) & ~1UL | 2 | (present.Length == 1 ? 1UL : 0));
        if (field.Parts)
            to.Parts.Add([.. values.Parts(f).Select(hash.Value)]);
        if (field.History)
            to.History.Add([.. values.History(f).Select(hash.Value)]);
    }
}
