using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A part that somebody else reads.</summary>
internal sealed class AnyShape : Shape
{
    public override string Expected => "anything";

    public override void Check(YamlNode node, ShapeContext context)
    {
    }

    public override JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlList list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, ToJson(e.Value)))),
        _ => null,
    };

    public override JsonObject Schema(ICodeBook codes) => [];
}
