using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A scalar, or something larger where one value is not enough.</summary>
internal sealed class EitherShape(Shape scalar, Shape other) : Shape
{
    public override string Expected => $"{scalar.Expected}, or {other.Expected}";

    public override void Check(YamlNode node, ShapeContext context) => (node is YamlScalar ? scalar : other).Check(node, context);

    public override JsonNode? ToJson(YamlNode node) => (node is YamlScalar ? scalar : other).ToJson(node);

    public override JsonObject Schema(ICodeBook codes) => new() { ["anyOf"] = new JsonArray(scalar.Schema(codes), other.Schema(codes)) };
}
