using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A map of one of several kinds, told by what it says of itself. A key that another kind has is said to be in the wrong place, not unknown.</summary>
internal sealed class VariantShape(Func<YamlMap, string?> tell, (string Name, MapShape Shape)[] variants, string? list = null) : Shape
{
    public override string Expected => "one of " + string.Join(", ", variants.Select(v => v.Name));

    public override void Check(YamlNode node, ShapeContext context)
    {
        if (node is not YamlMap map)
        {
            context.Refuse(PolicyCodes.WrongForm, node, "a " + node.Kind, "a map");
            return;
        }
        var name = tell(map);
        if (Find(name) is { } shape)
            shape.Check(map, context, key => variants.Any(v => v.Shape.Keys.Any(k => k.Name == key)));
        else
            context.Refuse(name is null ? PolicyCodes.MissingKey : CodeLists.AreTexts(list) ? PolicyCodes.Unresolved : PolicyCodes.UnknownCode, map, name is null ? "no key that says what this is" : $"'{StrictYaml.Shorten(name)}'", name is null ? Expected : Nearest.Expected(name, [.. variants.Select(v => v.Name)], list is null ? "code" : CodeLists.Singular(list)));
    }

    public override JsonNode? ToJson(YamlNode node) => Find(tell((YamlMap)node))!.ToJson(node);

    public override JsonObject Schema(ICodeBook codes) => new() { ["oneOf"] = new JsonArray([.. variants.Select(v => (JsonNode)v.Shape.Schema(codes))]) };

    private MapShape? Find(string? name) => variants.FirstOrDefault(v => v.Name == name).Shape;
}
