using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>Reads linkage schemas as clkhash 0.18.3 does, its traps included, and says where they bite.</summary>
public static class ClkSchemaReader
{
    private const int LargestSchema = 4 << 20;

    /// <summary>Reads a schema of version 1, 2 or 3.</summary>
    /// <exception cref="PassportException">RP2401: it is none, or asks for something impossible.</exception>
    public static ClkSchema Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > LargestSchema)
            throw ClkErrors.Schema("file", "larger than 4 MiB");
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json, new() { MaxDepth = 32 });
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw ClkErrors.Schema("file", "not JSON of that form, or a member is missing or of another type", e);
        }
    }

    private static ClkSchema Read(JsonElement root)
    {
        var version = root.GetProperty("version").GetInt32();
        if (version is < 1 or > 3)
            throw ClkErrors.Schema("version", "expected 1, 2 or 3");
        var config = root.GetProperty("clkConfig");
        var length = config.GetProperty("l").GetInt32();
        var folds = config.TryGetProperty("xor_folds", out var f) ? f.GetInt32() : 0;
        if (length is < 1 or > 1 << 20 || folds is < 0 or > 16 || (long)length << folds > 1 << 22)
            throw ClkErrors.Schema("clkConfig", "l and xor_folds are out of range");
        var kdf = config.GetProperty("kdf");
        if (kdf.TryGetProperty("type", out var type) && type.GetString() != "HKDF")
            throw ClkErrors.Schema("clkConfig.kdf", "only HKDF is known");
        var hash = (kdf.TryGetProperty("hash", out var h) ? h.GetString() : "SHA256") switch
        {
            "SHA256" => HashAlgorithmName.SHA256,
            "SHA512" => HashAlgorithmName.SHA512,
            _ => throw ClkErrors.Schema("clkConfig.kdf.hash", "expected SHA256 or SHA512"),
        };
        var keySize = kdf.TryGetProperty("keySize", out var size) ? size.GetInt32() : 64;
        var features = root.GetProperty("features").EnumerateArray().Select((feature, i) => Feature(feature, version, config, $"feature {i + 1}")).ToImmutableArray();
        if (keySize < 1 || 2L * features.Length * keySize > 255L * (hash == HashAlgorithmName.SHA256 ? 32 : 64))
            throw ClkErrors.Schema("clkConfig.kdf", "HKDF cannot give that many keys; use fewer features, shorter keys or SHA512");
        for (var i = 0; i < features.Length; i++)
        {
            if (features[i] is { Ignored: false, DoubleHash: false })
            {
                if (!BitOperations.IsPow2(length << folds))
                    throw ClkErrors.Schema($"feature {i + 1}", "blakeHash needs a filter length that is a power of two");
                if (keySize > 64)
                    throw ClkErrors.Schema($"feature {i + 1}", "blakeHash takes keys of at most 64 bytes");
            }
        }
        return new(length, folds, hash, Bytes(kdf, "salt"), Bytes(kdf, "info"), keySize, features, [.. ClkTraps.Of(config, length << folds, features)]);
    }

    private static byte[] Bytes(JsonElement kdf, string member) => kdf.TryGetProperty(member, out var value) ? value.GetBytesFromBase64() : [];

    private static ClkFeature Feature(JsonElement json, int version, JsonElement config, string where)
    {
        var identifier = json.GetProperty("identifier").GetString() ?? "";
        if (json.TryGetProperty("ignored", out var ignored) && ignored.GetBoolean())
            return new() { Identifier = identifier, Ignored = true };
        var hashing = json.GetProperty("hashing");
        var format = Format(json.GetProperty("format"), where);
        if (version == 3)
        {
            Only(hashing, where, "comparison", "strategy", "hash", "missingValue");
            return Feature(identifier, format, hashing, Comparison(hashing.GetProperty("comparison"), where), Strategy(hashing.GetProperty("strategy"), "bitsPerToken", "bitsPerFeature", where), hashing, where);
        }
        var n = new ClkComparison
        {
            Kind = ClkComparisonKind.NGram,
            N = hashing.GetProperty("ngram").GetInt32() is >= 0 and <= 8 and var size ? size : throw ClkErrors.Schema(where, "n out of range"),
            Positional = hashing.TryGetProperty("positional", out var positional) && positional.GetBoolean(),
        };
        if (version == 2)
            return Feature(identifier, format, hashing, n, Strategy(hashing.GetProperty("strategy"), "k", "numBits", where), hashing, where);
        // Version 1: k and the hash stand once for all features, scaled by a weight.
        var weight = hashing.TryGetProperty("weight", out var w) ? w.GetDouble() : 1.0;
        var bits = Math.Round(weight * config.GetProperty("k").GetInt32(), MidpointRounding.ToEven);
        return weight == 0 ? new() { Identifier = identifier, Ignored = true } : Feature(identifier, format, hashing, n, ((int)bits, 0), config, where);
    }

    private static ClkFeature Feature(string identifier, ClkFormat format, JsonElement hashing, ClkComparison comparison, (int PerToken, int PerFeature) bits, JsonElement hashOwner, string where)
    {
        var hash = hashOwner.TryGetProperty("hash", out var h) ? h : default;
        var type = hash.ValueKind == JsonValueKind.Object && hash.TryGetProperty("type", out var t) ? t.GetString() : "blakeHash";
        if (type is not ("blakeHash" or "doubleHash"))
            throw ClkErrors.Schema(where, "hash.type: expected blakeHash or doubleHash");
        var singular = hash.ValueKind == JsonValueKind.Object && hash.TryGetProperty("prevent_singularity", out var s) ? s.GetBoolean() : (bool?)null;
        if (singular is not null && type == "blakeHash")
            throw ClkErrors.Schema(where, "prevent_singularity belongs to doubleHash");
        var missing = hashing.TryGetProperty("missingValue", out var m) ? m : default;
        return new()
        {
            Identifier = identifier,
            Format = format,
            Comparison = comparison,
            DoubleHash = type == "doubleHash",
            PreventSingularity = singular ?? false,
            BitsPerToken = bits.PerToken,
            BitsPerFeature = bits.PerFeature,
            Sentinel = missing.ValueKind == JsonValueKind.Object ? missing.GetProperty("sentinel").GetString() : null,
            Replacement = missing.ValueKind == JsonValueKind.Object && missing.TryGetProperty("replaceWith", out var r) ? r.GetString() : null,
        };
    }

    private static (int, int) Strategy(JsonElement strategy, string perToken, string perFeature, string where)
    {
        Only(strategy, where, perToken, perFeature);
        var token = strategy.TryGetProperty(perToken, out var t) ? t.GetInt32() : (int?)null;
        var feature = strategy.TryGetProperty(perFeature, out var f) ? f.GetInt32() : (int?)null;
        return (token, feature) is (>= 0 and <= 65_536, null) or (null, >= 0 and <= 1 << 20) ? (token ?? 0, feature ?? -1) : throw ClkErrors.Schema(where, $"strategy needs {perToken} or {perFeature}, not negative");
    }

    private static ClkComparison Comparison(JsonElement json, string where)
    {
        switch (json.GetProperty("type").GetString())
        {
            case "ngram":
                var n = json.GetProperty("n").GetInt32();
                return new() { Kind = ClkComparisonKind.NGram, N = n is >= 1 and <= 8 ? n : throw ClkErrors.Schema(where, "n: expected 1 to 8"), Positional = json.TryGetProperty("positional", out var p) && p.GetBoolean() };
            case "exact":
                return new() { Kind = ClkComparisonKind.Exact };
            case "numeric":
                var precision = json.TryGetProperty("fractionalPrecision", out var camel) || json.TryGetProperty("fractional_precision", out camel) ? camel.GetInt32() : 0;
                var resolution = json.GetProperty("resolution").GetInt32();
                if (precision is < 0 or > 100 || resolution is < 1 or > 10_000)
                    throw ClkErrors.Schema(where, "resolution or fractionalPrecision out of range");
                var distance = json.GetProperty("thresholdDistance");
                var d = distance.TryGetInt64(out var whole) ? whole * BigInteger.Pow(10, precision) : new BigInteger(Math.Round(distance.GetDouble() * Math.Pow(10, precision), MidpointRounding.ToEven));
                return d > 0 ? new() { Kind = ClkComparisonKind.Numeric, Distance = d, Resolution = resolution, Precision = precision } : throw ClkErrors.Schema(where, "thresholdDistance is 0 at this precision");
            default:
                throw ClkErrors.Schema(where, "comparison.type: expected ngram, exact or numeric");
        }
    }

    private static ClkFormat Format(JsonElement json, string where)
    {
        Only(json, where, "type", "description", "encoding", "pattern", "case", "minLength", "maxLength", "minimum", "maximum", "format", "values");
        var encoding = json.TryGetProperty("encoding", out var e) ? ClkTextEncoding.Named(e.GetString() ?? "") ?? throw ClkErrors.Schema(where, "encoding: expected ascii, utf-8, utf-16 or utf-32") : ClkTextEncoding.Utf8;
        switch (json.GetProperty("type").GetString())
        {
            case "string":
                return new()
                {
                    Type = ClkType.Text,
                    Encoding = encoding,
                    Pattern = json.TryGetProperty("pattern", out var pattern) ? Pattern(pattern.GetString()!, where) : null,
                    MinLength = Whole(json, "minLength"),
                    MaxLength = Whole(json, "maxLength"),
                    Case = json.TryGetProperty("case", out var c) ? c.GetString() : null,
                };
            case "integer":
                return new() { Type = ClkType.Integer, Minimum = Big(json, "minimum"), Maximum = Big(json, "maximum") };
            case "date":
                return new() { Type = ClkType.Date, Date = PythonDate.Parse(json.GetProperty("format").GetString()!) ?? throw ClkErrors.Schema(where, "format: a directive that is no part of a date") };
            case "enum":
                return new() { Type = ClkType.Enumeration, Values = json.GetProperty("values").EnumerateArray().Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal) };
            default:
                throw ClkErrors.Schema(where, "format.type: expected string, integer, date or enum");
        }
    }

    private static int? Whole(JsonElement json, string member) => json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;

    private static BigInteger? Big(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? BigInteger.Parse(value.GetRawText(), CultureInfo.InvariantCulture) : null;

    private static Regex Pattern(string pattern, string where)
    {
        try
        {
            return new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw ClkErrors.Schema(where, "pattern: not a regular expression", e);
        }
    }

    private static void Only(JsonElement json, string where, params ReadOnlySpan<string> members)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!members.Contains(member.Name))
                throw ClkErrors.Schema(where, string.Create(CultureInfo.InvariantCulture, $"unknown member {member.Name}"));
        }
    }
}
