using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>Words for people.</summary>
internal sealed class TextShape(int longest) : ScalarShape
{
    public override string Expected => $"text of at most {longest} characters";

    public override JsonNode? ToJson(YamlNode node) => ((YamlScalar)node).Text;

    public override JsonObject Schema(ICodeBook codes) => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (!IsText(scalar, context))
            return;
        if (string.IsNullOrWhiteSpace(scalar.Text))
            context.Refuse(PolicyCodes.WrongForm, scalar, "an empty text", Expected);
        else if (scalar.Text.Length > longest)
            context.Refuse(PolicyCodes.WrongForm, scalar, $"{scalar.Text.Length} characters", Expected);
    }
}
