using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>A line of proofs/*.ndjson: two numbers and the hashes.</summary>
internal sealed record ProofLine(long First, long Second, IReadOnlyList<byte[]> Path)
{
    public static ProofLine? Parse(string line, string first, string second)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject { Count: 3 } json && json["path"] is JsonArray { Count: <= 128 } path
                ? new((long)json[first]!, (long)json[second]!, [.. path.Select(h => Convert.FromHexString((string)h!))])
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }
}
