using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>Finds decision records among the payloads of a log bundle. Whether the bundle is true is <c>log verify</c>'s business.</summary>
internal static class BundleRecords
{
    private const long Longest = 4 * 1024 * 1024;

    public static List<JsonObject> Read(string path)
    {
        var records = new List<JsonObject>();
        try
        {
            using var zip = ZipFile.OpenRead(path);
            foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("payloads/", StringComparison.Ordinal) && e.Length <= Longest).OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var stream = entry.Open();
                if (Find(JsonNode.Parse(stream)) is { } record)
                    records.Add(record);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw PolicyErrors.BadBundle(path);
        }
        return [.. records.OrderBy(r => (string?)r["at"], StringComparer.Ordinal).ThenBy(r => (string?)r["decision_id"], StringComparer.Ordinal)];
    }

    // A payload is the record with a salt, or holds the record in one of its members.
    private static JsonObject? Find(JsonNode? node) =>
        node is not JsonObject map ? null : map.ContainsKey("decision_id") && map.ContainsKey("pairs") ? map : map.Select(m => m.Value is JsonObject ? Find(m.Value) : null).FirstOrDefault(r => r is not null);
}
