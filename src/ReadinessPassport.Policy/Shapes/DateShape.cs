using System.Globalization;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A day, in quotes.</summary>
internal sealed class DateShape : ScalarShape
{
    public override string Expected => "a day in quotes, such as \"2027-01-15\"";

    public override JsonNode? ToJson(YamlNode node) => ((YamlScalar)node).Text;

    public override JsonObject Schema(ICodeBook codes) => new() { ["type"] = "string", ["format"] = "date" };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (scalar.IsPlain || !DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            context.Refuse(PolicyCodes.WrongForm, scalar, $"'{StrictYaml.Shorten(scalar.Text)}'{(scalar.IsPlain ? " without quotes" : "")}", Expected);
    }
}
