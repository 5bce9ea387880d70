using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A value that may be said to be absent.</summary>
internal sealed class NullShape(Shape shape) : Shape
{
    public override string Expected => $"null or {shape.Expected}";

    public override void Check(YamlNode node, ShapeContext context)
    {
        if (!IsNull(node))
            shape.Check(node, context);
    }

    public override JsonNode? ToJson(YamlNode node) => IsNull(node) ? null : shape.ToJson(node);

    public override JsonObject Schema(ICodeBook codes) => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, shape.Schema(codes)) };

    private static bool IsNull(YamlNode node) => node is YamlScalar { IsPlain: true, Text: "null" };
}
