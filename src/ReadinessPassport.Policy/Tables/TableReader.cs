using System.Collections.Immutable;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>Finds in a table's file every attribute it asks for and whose it is, wherever in the file it stands.</summary>
internal static class TableReader
{
    public static TableOutline? Read(PolicyText text, YamlMap map, ICodeBook codes, List<TextProblem> problems)
    {
        var context = new ShapeContext(text.Path, codes, problems);
        var before = problems.Count;
        if (map.Text("readiness_passport") != "table/1")
            context.Refuse(PolicyCodes.WrongForm, map, "a file that is no table", "readiness_passport: table/1");
        if (map.Text("id") is not { } id || map.Text("title") is not { } title)
        {
            context.Refuse(PolicyCodes.MissingKey, map, "no id or title", "id and title");
            return null;
        }
        var anchor = map.Map("population")?.Text("anchor");
        if (anchor is null || !codes.Knows(CodeLists.Agencies, anchor))
            context.Refuse(PolicyCodes.UnknownCode, map, $"the anchor '{anchor}'", "an agency");
        var asked = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        Walk(map);
        foreach (var action in map.Items("actions").OfType<YamlScalar>().Where(a => !codes.Knows(CodeLists.Actions, a.Text)))
            context.Refuse(PolicyCodes.UnknownCode, action, $"'{action.Text}'", Nearest.Expected(action.Text, codes.Codes(CodeLists.Actions), "action"));
        return problems.Count > before ? null : new TableOutline(
            id, map.Int("version") ?? 1, title, [.. asked.Select(a => new Contribution(a.Key, [.. a.Value]))], [.. map.Texts("actions").Order(StringComparer.Ordinal)], map.Int("minimum_cell") ?? 0);

        void Walk(YamlNode node)
        {
            if (node is YamlList list)
            {
                foreach (var item in list.Items)
                    Walk(item);
            }
            if (node is not YamlMap part)
                return;
            if (part["attribute"] is YamlScalar attribute)
                Ask(attribute, (part.Text("from") is { } from && codes.Knows(CodeLists.Agencies, from) ? from : anchor) ?? "");
            foreach (var (_, value) in part.Entries)
                Walk(value);
        }

        void Ask(YamlScalar attribute, string agency)
        {
            if (AttributeCatalogue.Find(attribute.Text) is not { } known)
            {
                context.Refuse(PolicyCodes.UnknownCode, attribute, $"'{attribute.Text}'", Nearest.Expected(attribute.Text, codes.Codes(CodeLists.Attributes), "attribute"));
                return;
            }
            if (!asked.TryGetValue(agency, out var categories))
                asked[agency] = categories = new(StringComparer.Ordinal);
            categories.Add(known.Category);
        }
    }
}
