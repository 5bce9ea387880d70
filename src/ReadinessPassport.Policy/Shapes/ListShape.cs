using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>A list: a set, written in any order, or a tuple, whose order means something.</summary>
internal sealed class ListShape(Shape item, int least, bool keepsOrder, int most = int.MaxValue) : Shape
{
    public override string Expected => most == least ? $"a list of {least}" : least > 0 ? $"a list of at least {least}" : "a list";

    public Shape Item => item;

    public override void Check(YamlNode node, ShapeContext context)
    {
        if (node is not YamlList list)
        {
            context.Refuse(PolicyCodes.WrongForm, node, "a " + node.Kind, Expected);
            return;
        }
        if (list.Items.Length < least || list.Items.Length > most)
            context.Refuse(PolicyCodes.WrongForm, node, $"a list of {list.Items.Length}", Expected);
        foreach (var entry in list.Items)
            item.Check(entry, context);
        if (keepsOrder)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scalar in list.Items.OfType<YamlScalar>())
        {
            if (!seen.Add(scalar.Text))
                context.Refuse(PolicyCodes.Repeated, scalar, $"'{StrictYaml.Shorten(scalar.Text)}' a second time", "each entry once");
        }
    }

    public override JsonNode? ToJson(YamlNode node)
    {
        var items = ((YamlList)node).Items.Select(item.ToJson);
        // By clause id where entries are clauses, else by their own text: no order that people chose may reach a signature.
        return new JsonArray([.. keepsOrder ? items : items.OrderBy(Order, StringComparer.Ordinal)]);
    }

    public override JsonObject Schema(ICodeBook codes)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(codes) };
        if (least > 0)
            schema["minItems"] = least;
        if (most != int.MaxValue)
            schema["maxItems"] = most;
        if (!keepsOrder)
            schema["uniqueItems"] = true;
        return schema;
    }

    private static string Order(JsonNode? node)
    {
        var clause = node is JsonObject map && map["clause"] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : "";
        // R2 before R10.
        var padded = clause.Length > 1 ? clause[..1] + clause[1..].PadLeft(3, '0') : clause;
        return node is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String ? text.GetValue<string>() : padded + "\u0001" + Encoding.UTF8.GetString(CanonicalJson.Serialize(node));
    }
}
