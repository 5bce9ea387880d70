using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReadinessPassport.Policy;

/// <summary>Text of a form.</summary>
internal sealed class PatternShape(string regex, string expected) : ScalarShape
{
    private readonly Regex _regex = new(regex, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public override string Expected => expected;

    public override JsonNode? ToJson(YamlNode node) => ((YamlScalar)node).Text;

    public override JsonObject Schema(ICodeBook codes) => new() { ["type"] = "string", ["pattern"] = regex.Replace(@"\z", "$", StringComparison.Ordinal), ["description"] = expected };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (IsText(scalar, context) && !_regex.IsMatch(scalar.Text))
            context.Refuse(PolicyCodes.WrongForm, scalar, $"'{StrictYaml.Shorten(scalar.Text)}'", expected);
    }
}
