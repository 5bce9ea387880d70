using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>
/// JSON Schemas (2020-12) of the policy files, made from the definitions the loader checks by, with the codes of a folder's vocabularies. They are for
/// editors: what a schema cannot say (quotes, order of dates, references that fit) only the loader knows.
/// </summary>
public static class PolicySchemas
{
    /// <summary>The schema of each kind of file by its name, such as <c>agreement</c>.</summary>
    /// <param name="folder">Whose codes the schemas list.</param>
    public static IReadOnlyDictionary<string, JsonObject> Of(PolicyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new SortedDictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            ["agreement"] = Titled("An agreement (agreement/1)", AgreementShapes.Of(folder.Laws.Values), folder),
            ["law-pack"] = Titled("A law pack (law-pack/1)", LawShapes.Pack, folder),
            ["form"] = Titled("A consent form (form/1)", FormShapes.Form, folder),
            ["notice"] = Titled("A notice (notice/1)", FormShapes.Notice, folder),
            ["debarment"] = Titled("The debarment register (debarment/1)", FormShapes.Debarment, folder),
            ["scenario"] = Titled("Scenarios (scenario/1)", ScenarioShapes.File, folder),
            ["consent"] = Titled("A consent for tests and export (consent/1)", ScenarioShapes.Consent, folder),
            ["invariant"] = Titled("An invariant (invariant/1)", InvariantShapes.File, folder),
        };
    }

    private static JsonObject Titled(string title, Shape shape, PolicyFolder folder)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, value) in shape.Schema(folder.Codes))
            schema[name] = value?.DeepClone();
        return schema;
    }
}
