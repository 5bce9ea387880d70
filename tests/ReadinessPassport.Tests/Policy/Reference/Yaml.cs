using YamlDotNet.RepresentationModel;

namespace ReadinessPassport.Tests.Policy.Reference;

/// <summary>Loose reading of a policy file, on purpose not by the product's reader.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static bool Has(this YamlNode map, string key) => ((YamlMappingNode)map).Children.ContainsKey(new YamlScalarNode(key));

    public static YamlNode At(this YamlNode map, string key) => ((YamlMappingNode)map).Children[new YamlScalarNode(key)];

    public static string Text(this YamlNode map, string key) => map.Has(key) ? ((YamlScalarNode)map.At(key)).Value ?? "" : "";

    public static IEnumerable<YamlNode> Each(this YamlNode map, string key) => map.Has(key) ? ((YamlSequenceNode)map.At(key)).Children : [];

    public static string[] Words(this YamlNode map, string key) => !map.Has(key) ? [] : map.At(key) is YamlScalarNode one ? [one.Value!] : [.. map.Each(key).Select(n => ((YamlScalarNode)n).Value!)];
}
