using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>One field's columns while a cohort grows.</summary>
public sealed class EncodedFieldBuilder
{
    private readonly FieldSchema _field;
    private readonly int _words;
    private ulong[] _filter;
    private ulong[] _nickname;
    private int _filters;
    private int _nicknames;

    internal EncodedFieldBuilder(FieldSchema field, int capacity)
    {
        _field = field;
        _words = field.Length / 64;
        _filter = new ulong[_words * capacity];
        _nickname = field.Nickname ? new ulong[_words * capacity] : [];
    }

    internal List<ulong> Value { get; } = [];

    internal List<ulong> NicknameValue { get; } = [];

    internal List<ulong> Initial { get; } = [];

    internal GrowingHashLists Parts { get; } = new();

    internal GrowingHashLists History { get; } = new();

    internal Span<ulong> NextFilter() => Next(ref _filter, ref _filters);

    internal Span<ulong> NextNicknameFilter() => Next(ref _nickname, ref _nicknames);

    internal EncodedField ToField() => new()
    {
        Schema = _field,
        Filter = _words == 0 ? null : new FilterColumn(_field.Length, _filter[..(_filters * _words)]),
        NicknameFilter = _words == 0 || !_field.Nickname ? null : new FilterColumn(_field.Length, _nickname[..(_nicknames * _words)]),
        Value = _field.ValueHash == ValueHashMode.Full ? [.. Value] : null,
        NicknameValue = _field.Nickname ? [.. NicknameValue] : null,
        Initial = _field.Initial ? [.. Initial] : null,
        Parts = _field.Parts ? Parts.ToColumn() : null,
        History = _field.History ? History.ToColumn() : null,
    };

    private Span<ulong> Next(ref ulong[] words, ref int count)
    {
        if ((count + 1) * _words > words.Length)
            Array.Resize(ref words, Math.Max(words.Length * 2, (count + 16) * _words));
        return words.AsSpan(count++ * _words, _words);
    }
}
