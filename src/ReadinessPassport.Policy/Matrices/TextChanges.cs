using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>Compares two canonical texts value by value. What the matrix decides is left to it; the rest is a limit, with its direction where one is known, or wording.</summary>
internal static class TextChanges
{
    private static readonly HashSet<string> s_inTheMatrix = new(StringComparer.Ordinal) { "purposes", "to", "categories", "mode", "provider", "allow", "never", "to_roles", "unless", "roles" };
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal) { "title", "summary", "note", "contact", "official", "cite", "version", "readiness_passport", "name" };
    private static readonly HashSet<string> s_moreIsStricter = new(StringComparer.Ordinal) { "minimum_cell", "minimum_width", "percent_ends", "k_anonymity" };
    private static readonly HashSet<string> s_moreIsLooser = new(StringComparer.Ordinal) { "look_back_years", "keep_encodings_days", "notify_within_hours", "certificate_within_days", "extract_days" };
    private static readonly HashSet<string> s_largerSetIsStricter = new(StringComparer.Ordinal) { "leave_out", "audit", "by", "require", "forms" };
    private static readonly HashSet<string> s_largerSetIsLooser = new(StringComparer.Ordinal) { "tables", "fields", "quasi", "consent_forms", "exceptions", "relation", "authorized_representatives", "holders_bound", "key_holders" };

    // For words that stand in an order, strictest first.
    private static readonly string[][] s_orders =
    [
        ["suppress", "publish"], ["never", "after-review"], ["certified", "high"], ["steward", "by-rule"], ["participation", "status-band", "date", "detail"],
        ["none", "only-back-to-provider", "listed"], ["school-year", "year-month"], ["state", "region"], ["before", "after"],
    ];

    public static (ImmutableArray<ParameterChange> Parameters, ImmutableArray<string> Wording) Between(JsonObject old, JsonObject @new)
    {
        var (before, after) = (Leaves(old), Leaves(@new));
        var parameters = ImmutableArray.CreateBuilder<ParameterChange>();
        var wording = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var where in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (a, b) = (before.GetValueOrDefault(where), after.GetValueOrDefault(where));
            if (a?.ToJsonString() == b?.ToJsonString())
                continue;
            var key = where[(where.LastIndexOf(' ') + 1)..];
            if (s_words.Contains(key) || where.Split(' ').Any(w => w is "official"))
                wording.Add(where);
            else if (!where.Split(' ').Any(s_inTheMatrix.Contains))
                parameters.Add(new(where, Show(a), Show(b), Direction(where, a, b)));
        }
        return (parameters.ToImmutable(), [.. wording]);
    }

    private static ChangeDirection Direction(string where, JsonNode? a, JsonNode? b)
    {
        var words = where.Split(' ');
        var key = words.Reverse().FirstOrDefault(w => s_moreIsStricter.Contains(w) || s_moreIsLooser.Contains(w) || s_largerSetIsStricter.Contains(w) || s_largerSetIsLooser.Contains(w)) ?? words[^1];
        if (a is JsonArray x && b is JsonArray y)
            return Sets(key, x, y);
        if (Number(a) is { } from && Number(b) is { } to)
            return s_moreIsStricter.Contains(key) ? (to > from ? ChangeDirection.Stricter : ChangeDirection.Looser) : s_moreIsLooser.Contains(key) ? (to < from ? ChangeDirection.Stricter : ChangeDirection.Looser) : ChangeDirection.Changed;
        var (old, @new) = (Show(a), Show(b));
        if (words[0] == "dates" && old is not null && @new is not null)
            return (string.CompareOrdinal(old, @new) < 0) == (key == "effective") ? ChangeDirection.Stricter : ChangeDirection.Looser;
        if (key is "exceptions" or "emergency_approval")
            return a is null ? ChangeDirection.Looser : b is null ? ChangeDirection.Stricter : Ordered(old, @new);
        if (key == "action")
            return a is null ? ChangeDirection.Stricter : b is null ? ChangeDirection.Looser : ChangeDirection.Changed;
        return Ordered(old, @new);
    }

    private static ChangeDirection Ordered(string? old, string? @new)
    {
        foreach (var order in s_orders)
        {
            var (i, j) = (Array.IndexOf(order, old), Array.IndexOf(order, @new));
            if (i >= 0 && j >= 0)
                return j < i ? ChangeDirection.Stricter : ChangeDirection.Looser;
        }
        return ChangeDirection.Changed;
    }

    private static ChangeDirection Sets(string key, JsonArray a, JsonArray b)
    {
        var (old, @new) = (a.Select(n => n!.ToJsonString()).ToHashSet(StringComparer.Ordinal), b.Select(n => n!.ToJsonString()).ToHashSet(StringComparer.Ordinal));
        if (!old.IsSubsetOf(@new) && !old.IsSupersetOf(@new))
            return ChangeDirection.Changed;
        var larger = old.IsSubsetOf(@new);
        return s_largerSetIsStricter.Contains(key) ? (larger ? ChangeDirection.Stricter : ChangeDirection.Looser)
            : s_largerSetIsLooser.Contains(key) ? (larger ? ChangeDirection.Looser : ChangeDirection.Stricter)
            : ChangeDirection.Changed;
    }

    private static long? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? long.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Show(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => string.Join('|', list.Select(Show)),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    // Every value by its place: clauses by their id, parties and signatories by agency, lists of texts as one value.
    private static SortedDictionary<string, JsonNode?> Leaves(JsonObject text)
    {
        var leaves = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (key, value) in text)
            Walk(key, value);
        return leaves;

        void Walk(string where, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject map:
                    foreach (var (key, value) in map.Where(m => m.Key != "clause"))
                        Walk(map["clause"] is { } clause ? $"{clause} {key}" : $"{where} {key}", value);
                    break;
                case JsonArray { Count: > 0 } list when list.All(i => i is JsonObject):
                    foreach (var item in list.Cast<JsonObject>())
                        Walk(item["clause"] is not null ? "" : $"{where} {item["agency"] ?? item["name"]}", item);
                    break;
                default:
                    leaves[where] = node;
                    break;
            }
        }
    }
}
