using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Reads <c>vocab/*.yml</c>. The vocabulary is one thing: where a file of it does not load, nothing of the folder does.</summary>
internal static class VocabularyReader
{
    private const string Folder = "vocab/";

    /// <summary>The vocabulary; null when a file is missing or wrong.</summary>
    public static PolicyVocabulary? Read(IReadOnlyDictionary<string, PolicyText> texts, List<TextProblem> problems)
    {
        var before = problems.Count;
        foreach (var stranger in texts.Keys.Where(p => p.StartsWith(Folder, StringComparison.Ordinal) && !IsKnown(p)))
            problems.Add(new(PolicyCodes.Unresolved, stranger, 1, 1, "a vocabulary nobody knows", Nearest.To(stranger, [.. VocabularyShapes.Lists.Keys.Select(PathOf), PathOf("system"), PathOf("signing-keys")]) ?? "one of the twelve vocabularies"));
        var limits = Map(texts, "system", VocabularyShapes.System, problems);
        var keys = Map(texts, "signing-keys", VocabularyShapes.SigningKeys, problems);
        var lists = new Dictionary<string, IReadOnlyList<VocabularyCode>>(StringComparer.Ordinal);
        foreach (var (list, shape) in VocabularyShapes.Lists)
        {
            if (Map(texts, list, shape, problems) is { } map)
                lists[list] = Codes(PathOf(list), map, problems);
        }
        if (problems.Count > before)
            return null;
        var system = new SystemLimits(limits!.Text("zone")!, limits.Int("minimum_cell_floor")!.Value, limits.Int("minimum_cell_default")!.Value, limits.Int("witness_quorum")!.Value, limits.Int("consent_longest_days")!.Value);
        return new PolicyVocabulary(system, lists, [.. keys!.Maps("keys").Select(Signing)]);
    }

    private static string PathOf(string list) => Folder + list + ".yml";

    private static bool IsKnown(string path) => path == PathOf("system") || path == PathOf("signing-keys") || VocabularyShapes.Lists.Keys.Any(l => path == PathOf(l));

    private static YamlMap? Map(IReadOnlyDictionary<string, PolicyText> texts, string name, MapShape shape, List<TextProblem> problems)
    {
        if (!texts.TryGetValue(PathOf(name), out var text))
        {
            problems.Add(new(PolicyCodes.Unresolved, PathOf(name), 1, 1, "no such file", "the vocabulary " + name));
            return null;
        }
        if (StrictYaml.Read(text, problems) is not { } map)
            return null;
        shape.Check(map, new ShapeContext(text.Path, CodeBook.Empty, problems));
        return map;
    }

    private static List<VocabularyCode> Codes(string path, YamlMap map, List<TextProblem> problems)
    {
        var codes = new List<VocabularyCode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Maps("codes"))
        {
            if (!seen.Add(entry.Text("code") ?? ""))
                problems.Add(new(PolicyCodes.Repeated, path, entry.Line, entry.Column, $"the code '{entry.Text("code")}' a second time", "each code once"));
            codes.Add(new VocabularyCode
            {
                Code = entry.Text("code") ?? "",
                Label = entry.Text("label") ?? "",
                Retired = entry.Date("retired"),
                Jurisdiction = entry.Text("jurisdiction"),
                Kind = entry.Text("kind"),
                Plural = entry.Text("plural"),
                Section = entry.Text("section"),
                SpeciallyProtected = entry.Flag("specially_protected"),
                Regimes = entry.Texts("regimes"),
                Enforced = entry.Text("force") == "engine",
                Evidence = entry.Texts("evidence"),
                ApproverAgency = entry.Map("approver")?.Text("agency"),
                ApproverRole = entry.Map("approver")?.Text("role"),
                LongestHours = entry.Int("hours"),
                IsMinimum = entry.Flag("minimum"),
                Custody = entry.Texts("custody"),
            });
        }
        return codes;
    }

    private static SigningKey Signing(YamlMap key) => new(
        key.Text("key_id")!, key.Text("agency")!, key.Text("name")!, key.Text("title")!, [.. Convert.FromHexString(key.Text("public_key")!)], key.Date("from")!.Value, key.Date("until"));
}
