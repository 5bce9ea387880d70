using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A code: of a closed list that the policy folder keeps, or of a few written in the format itself.</summary>
internal sealed class CodeShape(string? list, string[] written) : ScalarShape
{
    public override string Expected => list is null ? written.Length == 1 ? $"'{written[0]}'" : $"one of {string.Join(", ", written)}" : $"a code of {list}";

    public override JsonNode? ToJson(YamlNode node) => ((YamlScalar)node).Text;

    public override JsonObject Schema(ICodeBook codes) => new() { ["enum"] = new JsonArray([.. Known(codes).Order(StringComparer.Ordinal).Select(c => (JsonNode)c)]) };

    protected override void Check(YamlScalar scalar, ShapeContext context)
    {
        if (written.Contains(scalar.Text) || (list is not null && context.Codes.Knows(list, scalar.Text)))
        {
            IsText(scalar, context);
            return;
        }
        var known = Known(context.Codes);
        // A reference to another text of the folder and a word of a vocabulary are different mistakes, mended in different places.
        context.Refuse(CodeLists.AreTexts(list) ? PolicyCodes.Unresolved : PolicyCodes.UnknownCode, scalar, $"'{StrictYaml.Shorten(scalar.Text)}'", Nearest.Expected(scalar.Text, known, list is null ? "code" : CodeLists.Singular(list)));
    }

    private List<string> Known(ICodeBook codes) => [.. written, .. list is null ? [] : codes.Codes(list)];
}
