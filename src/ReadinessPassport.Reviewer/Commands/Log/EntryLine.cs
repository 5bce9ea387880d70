using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Transparency.Bundles;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary>An entry on one line, and as JSON.</summary>
internal static class EntryLine
{
    public static string Text(BundledEntry entry)
    {
        var e = entry.Entry;
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Index,12:#,0}  {e.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {e.Kind,-24} {e.Agency}/{e.Role}  {string.Join(' ', e.Refs.Select(r => $"{r.Key}={r.Value}"))}");
    }

    public static JsonNode Json(BundledEntry entry)
    {
        var e = entry.Entry;
        return new JsonObject
        {
            ["index"] = entry.Index, ["entry"] = e.Id, ["at"] = e.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ["kind"] = e.Kind,
            ["agency"] = e.Agency, ["role"] = e.Role, ["refs"] = new JsonObject(e.Refs.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value))),
        };
    }
}
