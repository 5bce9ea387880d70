using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ReadinessPassport.Tests.Transparency.Bundles;

/// <summary>
/// Steps 1 to 4 once more, from docs/formats/log-bundle.md alone: the framework's ZIP and JSON, the definition of the tree, nothing of our room. It trusts the keys in
/// the bundle. Slow and short on purpose.
/// </summary>
internal static class SecondVerifier
{
    public static bool Accepts(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            var files = zip.Entries.ToDictionary(e => e.FullName, e => { using var s = e.Open(); using var m = new MemoryStream(); s.CopyTo(m); return m.ToArray(); });
            return Files(files) && Tree(files) && Payloads(files);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    private static bool Files(Dictionary<string, byte[]> files)
    {
        var manifest = JsonDocument.Parse(files["manifest.json"]).RootElement;
        var listed = manifest.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!);
        return manifest.GetProperty("format").GetString() == "log-bundle/1" && listed.Keys.Append("manifest.json").Order().SequenceEqual(files.Keys.Order())
            && listed.All(f => files[f.Key].Length == f.Value.GetProperty("bytes").GetInt64() && Hex(SHA256.HashData(files[f.Key])) == f.Value.GetProperty("sha256").GetString());
    }

    private static bool Tree(Dictionary<string, byte[]> files)
    {
        var manifest = JsonDocument.Parse(files["manifest.json"]).RootElement;
        var (from, until) = (manifest.GetProperty("range").GetProperty("from").GetInt64(), manifest.GetProperty("range").GetProperty("until").GetInt64());
        var heads = files.Where(f => f.Key.StartsWith("checkpoint", StringComparison.Ordinal)).Select(f => Head(Encoding.UTF8.GetString(f.Value), files, f.Key == "checkpoint")).OrderBy(h => h.Size).ToList();
        var entries = Lines(files["entries.ndjson"]).Select(l => (Index: l.GetProperty("index").GetInt64(), Bytes: l.GetProperty("entry").GetBytesFromBase64())).ToList();
        if (heads.Any(h => !h.Good || h.Origin != manifest.GetProperty("origin").GetString()) || heads[^1].Size != manifest.GetProperty("size").GetInt64())
            return false;
        if (!entries.Select(e => e.Index).SequenceEqual(Enumerable.Range((int)from, (int)(until - from)).Select(i => (long)i)))
            return false;
        var leaves = entries.Select(e => SHA256.HashData([0, .. e.Bytes])).ToArray();
        if (from == 0 && until == heads[^1].Size)
            return heads.All(h => Mth(leaves.AsSpan(0, (int)h.Size)).AsSpan().SequenceEqual(h.Root));
        var proofs = Lines(files["proofs/inclusion.ndjson"]).ToList();
        return proofs.Count == leaves.Length && proofs.Select((p, i) => p.GetProperty("index").GetInt64() == from + i
            && Up(leaves[i], from + i, p.GetProperty("size").GetInt64(), [.. p.GetProperty("path").EnumerateArray().Select(h => Convert.FromHexString(h.GetString()!))]) is { } root
            && heads.Any(h => h.Size == p.GetProperty("size").GetInt64() && h.Root.AsSpan().SequenceEqual(root))).All(b => b);
    }

    private static (bool Good, string Origin, long Size, byte[] Root) Head(string note, Dictionary<string, byte[]> files, bool newest)
    {
        var at = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        var (text, lines) = (note[..(at + 1)], note[(at + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList());
        var keys = JsonDocument.Parse(files["keys.json"]).RootElement;
        bool Signed(JsonElement key, byte type) => lines.Any(l =>
        {
            var (name, pub, bytes) = (key.GetProperty("name").GetString()!, key.GetProperty("public_key").GetBytesFromBase64(), Convert.FromBase64String(l[2]));
            var id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name + "\n"), type, .. pub])[..4];
            if (l[1] != name || !bytes.AsSpan(0, 4).SequenceEqual(id))
                return false;
            var message = type == 1 ? Encoding.UTF8.GetBytes(text) : Encoding.UTF8.GetBytes($"cosignature/v1\ntime {BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(4))}\n{text}");
            return bytes.Length == (type == 1 ? 68 : 76) && Ed25519.Verify(bytes, bytes.Length - 64, pub, 0, message, 0, message.Length);
        });
        var good = keys.GetProperty("log").EnumerateArray().Any(k => Signed(k, 1))
            && (!newest || keys.GetProperty("witnesses").EnumerateArray().Where(k => Signed(k, 4)).Select(k => k.GetProperty("name").GetString()).Distinct().Count() >= keys.GetProperty("quorum").GetInt32());
        var head = text.Split('\n');
        return (good, head[0], long.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture), Convert.FromBase64String(head[2]));
    }

    private static bool Payloads(Dictionary<string, byte[]> files)
    {
        var withheld = JsonDocument.Parse(files["manifest.json"]).RootElement.GetProperty("withheld").EnumerateArray().Select(w => w.GetProperty("payload").GetString()).ToHashSet();
        return Lines(files["entries.ndjson"]).Select(l => JsonDocument.Parse(l.GetProperty("entry").GetBytesFromBase64()).RootElement).All(e =>
            !e.TryGetProperty("payload", out var p) || withheld.Contains(p.GetString()![7..]) || Hex(SHA256.HashData(files[$"payloads/{p.GetString()![7..]}.json"])) == p.GetString()![7..]);
    }

    // The root above a leaf by the recursive definition of the audit path, from the top down.
    private static byte[]? Up(byte[] leaf, long index, long size, byte[][] path)
    {
        if (size == 1)
            return path.Length == 0 ? leaf : null;
        if (path.Length == 0)
            return null;
        var k = 1L;
        while (2 * k < size)
            k *= 2;
        var below = index < k ? Up(leaf, index, k, path[..^1]) : Up(leaf, index - k, size - k, path[..^1]);
        return below is null ? null : SHA256.HashData(index < k ? [1, .. below, .. path[^1]] : [1, .. path[^1], .. below]);
    }

    private static byte[] Mth(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
            return leaves.Length == 0 ? SHA256.HashData([]) : leaves[0];
        var k = 1;
        while (2 * k < leaves.Length)
            k *= 2;
        return SHA256.HashData([1, .. Mth(leaves[..k]), .. Mth(leaves[k..])]);
    }

    private static IEnumerable<JsonElement> Lines(byte[] ndjson) => Encoding.UTF8.GetString(ndjson).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
