using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A map with known keys.</summary>
public sealed class MapShape : Shape
{
    private readonly Dictionary<string, Key> _keys;

    internal MapShape(IReadOnlyList<Key> keys)
    {
        Keys = keys;
        _keys = keys.ToDictionary(k => k.Name, StringComparer.Ordinal);
    }

    /// <summary>The keys, required and optional.</summary>
    public IReadOnlyList<Key> Keys { get; }

    /// <inheritdoc/>
    public override string Expected => "a map with the keys " + string.Join(", ", Keys.Where(k => k.IsRequired).Select(k => k.Name));

    /// <inheritdoc/>
    public override void Check(YamlNode node, ShapeContext context) => Check(node, context, null);

    internal void Check(YamlNode node, ShapeContext context, Func<string, bool>? knownElsewhere)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(context);
        if (node is not YamlMap map)
        {
            context.Refuse(PolicyCodes.WrongForm, node, "a " + node.Kind, Expected);
            return;
        }
        foreach (var (key, value) in map.Entries)
        {
            if (_keys.TryGetValue(key.Text, out var known))
                known.Shape.Check(value, context);
            else if (knownElsewhere?.Invoke(key.Text) == true)
                context.Refuse(PolicyCodes.WrongPlace, key, $"the key '{key.Text}'", "only keys that belong to this kind: " + string.Join(", ", Keys.Select(k => k.Name)));
            else
                context.Refuse(PolicyCodes.UnknownKey, key, $"the unknown key '{StrictYaml.Shorten(key.Text)}'", Nearest.To(key.Text, _keys.Keys) is { } near ? $"'{near}'" : "one of " + string.Join(", ", Keys.Select(k => k.Name)));
        }
        foreach (var key in Keys.Where(k => k.IsRequired && !map.Has(k.Name)))
            context.Refuse(PolicyCodes.MissingKey, map, $"no key '{key.Name}'", $"{key.Name}: {key.Shape.Expected}");
    }

    /// <inheritdoc/>
    public override JsonNode? ToJson(YamlNode node) =>
        new JsonObject(((YamlMap)node).Entries.Select(e => KeyValuePair.Create(e.Key.Text, _keys[e.Key.Text].Shape.ToJson(e.Value))));

    /// <inheritdoc/>
    public override JsonObject Schema(ICodeBook codes) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, k.Shape.Schema(codes)))),
        ["required"] = new JsonArray([.. Keys.Where(k => k.IsRequired).Select(k => (JsonNode)k.Name)]),
    };
}
