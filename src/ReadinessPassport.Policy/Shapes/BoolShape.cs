using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>Yes or no, in the one way YAML 1.2 writes them.</summary>
internal sealed class BoolShape(bool mustBeTrue = false) : ScalarShape
{
    public override string Expected => mustBeTrue ? "true" : "true or false";

    public override JsonNode? ToJson(YamlNode node) => ((YamlScalar)node).Text == "true";

    public override JsonObject Schema(ICodeBook codes) => mustBeTrue ? new() { ["const"] = true } : new() { ["type"] = "boolean" };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (!scalar.IsPlain || scalar.Text is not ("true" or "false") || (mustBeTrue && scalar.Text != "true"))
            context.Refuse(PolicyCodes.WrongForm, scalar, $"'{StrictYaml.Shorten(scalar.Text)}'", Expected);
    }
}
