using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A word with a meaning of its own where otherwise a number or the like stands.</summary>
internal sealed class CodeOrShape(string[] codes, Shape other) : Shape
{
    public override string Expected => $"{string.Join(", ", codes)} or {other.Expected}";

    public override void Check(YamlNode node, ShapeContext context)
    {
        if (node is not YamlScalar scalar || !codes.Contains(scalar.Text))
            other.Check(node, context);
    }

    public override JsonNode? ToJson(YamlNode node) => node is YamlScalar scalar && codes.Contains(scalar.Text) ? scalar.Text : other.ToJson(node);

    public override JsonObject Schema(ICodeBook book) => new() { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. codes.Select(c => (JsonNode)c)]) }, other.Schema(book)) };
}
