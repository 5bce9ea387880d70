using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReadinessPassport.Policy;

/// <summary>A whole number.</summary>
internal sealed partial class IntShape(int least, int most) : ScalarShape
{
    public override string Expected => $"a whole number from {least} through {most}";

    public override JsonNode? ToJson(YamlNode node) => int.Parse(((YamlScalar)node).Text, NumberStyles.None, CultureInfo.InvariantCulture);

    public override JsonObject Schema(ICodeBook codes) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (!scalar.IsPlain || !Form().IsMatch(scalar.Text) || !int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
            context.Refuse(PolicyCodes.WrongForm, scalar, $"'{StrictYaml.Shorten(scalar.Text)}'{(scalar.IsPlain ? "" : " in quotes")}", Expected);
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
