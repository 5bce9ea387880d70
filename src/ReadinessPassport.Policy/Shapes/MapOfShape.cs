using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A map whose keys are codes.</summary>
internal sealed class MapOfShape(Shape key, Shape value, int least) : Shape
{
    public override string Expected => $"a map of at least {least}, keys: {key.Expected}";

    public override void Check(YamlNode node, ShapeContext context)
    {
        if (node is not YamlMap map)
        {
            context.Refuse(PolicyCodes.WrongForm, node, "a " + node.Kind, Expected);
            return;
        }
        if (map.Entries.Length < least)
            context.Refuse(PolicyCodes.WrongForm, node, "an empty map", Expected);
        foreach (var (name, content) in map.Entries)
        {
            key.Check(name, context);
            value.Check(content, context);
        }
    }

    public override JsonNode? ToJson(YamlNode node) => new JsonObject(((YamlMap)node).Entries.Select(e => KeyValuePair.Create(e.Key.Text, value.ToJson(e.Value))));

    public override JsonObject Schema(ICodeBook codes) => new() { ["type"] = "object", ["propertyNames"] = key.Schema(codes), ["additionalProperties"] = value.Schema(codes) };
}
