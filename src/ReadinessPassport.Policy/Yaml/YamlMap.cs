using System.Collections.Immutable;
using System.Globalization;

namespace ReadinessPassport.Policy;

/// <summary>A map without repeated keys, in the order written. The readers (<see cref="Text"/>, <see cref="Int"/> …) suppose that a <see cref="Shape"/> has checked it.</summary>
public sealed class YamlMap : YamlNode
{
    private readonly Dictionary<string, YamlNode> _byKey;

    internal YamlMap(ImmutableArray<KeyValuePair<YamlScalar, YamlNode>> entries, int line, int column) : base(line, column)
    {
        Entries = entries;
        _byKey = entries.ToDictionary(e => e.Key.Text, e => e.Value, StringComparer.Ordinal);
    }

    /// <summary>Keys with their values.</summary>
    public ImmutableArray<KeyValuePair<YamlScalar, YamlNode>> Entries { get; }

    /// <inheritdoc/>
    public override string Kind => "map";

    /// <summary>The value of <paramref name="key"/>; null when the key is absent.</summary>
    public YamlNode? this[string key] => _byKey.GetValueOrDefault(key);

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The text of a scalar; null when the key is absent or its value is no scalar.</summary>
    public string? Text(string key) => (this[key] as YamlScalar)?.Text;

    /// <summary>The number of a scalar; null when absent.</summary>
    public int? Int(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether a scalar says <c>true</c>.</summary>
    public bool Flag(string key) => Text(key) == "true";

    /// <summary>The date of a scalar; null when absent or not a date.</summary>
    public DateOnly? Date(string key) => DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The texts of a list of scalars; empty when absent.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Items(key).OfType<YamlScalar>().Select(s => s.Text)];

    /// <summary>The entries of a list; empty when absent.</summary>
    public ImmutableArray<YamlNode> Items(string key) => this[key] is YamlList list ? list.Items : [];

    /// <summary>The maps in a list; empty when absent.</summary>
    public IEnumerable<YamlMap> Maps(string key) => Items(key).OfType<YamlMap>();

    /// <summary>The map under a key; null when absent.</summary>
    public YamlMap? Map(string key) => this[key] as YamlMap;

    /// <summary>The map without the clause of an id, wherever it stands in it.</summary>
    internal YamlMap Without(string clause) => new(
    [
        .. Entries.Where(e => (e.Value as YamlMap)?.Text("clause") != clause).Select(e => KeyValuePair.Create(
            e.Key, e.Value is YamlList list ? new YamlList([.. list.Items.Where(i => (i as YamlMap)?.Text("clause") != clause)], list.Line, list.Column) : e.Value)),
    ], Line, Column);
}
