using System.Globalization;
using System.Numerics;

namespace ReadinessPassport.EncodedRecords;

/// <summary>What must hold between the parts of an encoding schema.</summary>
internal static class SchemaRules
{
    private static readonly string[] s_transforms = ["year", "month-day", "year-month", "phonetic", "parts", "parts-phonetic", "history", "nickname"];
    private static readonly string[] s_hardenings = ["balance", "diffuse", "flip", "fold", "rule90", "salt", "window-xor"];

    /// <summary>Refuses a schema whose parts do not fit together.</summary>
    /// <exception cref="Vocabulary.PassportException">RP2202, with the place and what was expected.</exception>
    public static void Check(EncodingSchema schema, string name)
    {
        void Require(bool holds, string otherwise)
        {
            if (!holds)
                throw SchemaErrors.Inconsistent(name, otherwise);
        }

        Require(schema.Normaliser == "rp-norm/1", $"normaliser: this program has rp-norm/1 only");
        Require(schema.Fields.Count is > 0 and <= 40, "fields: expected 1 to 40");
        Require(schema.Fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() == schema.Fields.Count, "fields: a name stands twice");
        Require(schema.Blocks.Select(b => b.Name).Distinct(StringComparer.Ordinal).Count() == schema.Blocks.Count, "blocks: a name stands twice");
        Require(schema.Comparisons.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() == schema.Comparisons.Count, "comparisons: a name stands twice");
        foreach (var field in schema.Fields)
            CheckField(field, Require);
        foreach (var comparison in schema.Comparisons)
            CheckComparison(schema, comparison, Require);
        foreach (var block in schema.Blocks)
            CheckBlock(schema, block, Require);
        var patterns = schema.Comparisons.Aggregate(BigInteger.One, (n, c) => n * (c.Levels.Count + 2)); // missing and else
        Require(patterns <= ulong.MaxValue, "comparisons: their levels together do not fit into 64 bits");
    }

    private static void CheckField(FieldSchema field, Action<bool, string> require)
    {
        require(field.Name.Length is > 0 and <= 40 && field.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), $"field {field.Name}: a name has lower-case letters, digits and hyphens");
        require(field.From.Count > 0, $"field {field.Name}: from names no canonical field");
        require(field.Length is 0 or (>= 64 and <= 8192) && field.Length % 64 == 0, $"field {field.Name}: length is 0 or 64 to 8,192 bits, a multiple of 64");
        require(field.Length == 0 || field.Hashes is > 0 and <= 1000 ^ field.Fill is > 0 and < 1000, $"field {field.Name}: a filter needs either hashes or fill");
        require(field.Length > 0 || field.Hardening.Count == 0, $"field {field.Name}: hardening needs a filter");
        require(field.Kind == FieldKind.Name || !(field.Nickname || field.Parts || field.Initial), $"field {field.Name}: nickname, parts and initial are for names");
        foreach (var step in field.Hardening)
        {
            var parts = step.Split(':');
            require(s_hardenings.Contains(parts[0]) && parts.Length <= 2 && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)), $"field {field.Name}: unknown hardening step {step}");
        }
    }

    private static void CheckComparison(EncodingSchema schema, ComparisonSchema comparison, Action<bool, string> require)
    {
        require(comparison.Fields.Count > 0 && comparison.Levels.Count is > 0 and <= 14, $"comparison {comparison.Name}: expected fields and 1 to 14 levels");
        foreach (var field in comparison.Fields)
            require(schema.Fields.Any(f => f.Name == field), $"comparison {comparison.Name}: no field {field}");
        foreach (var level in comparison.Levels)
        {
            var (kind, argument) = level.Split(':', 2) is [var k, var a] ? (k, a) : (level, null);
            require(kind switch
            {
                "exact" or "nickname" or "parts" or "initial" or "history" => argument is null,
                "dice" => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1000,
                "crossed" => schema.Fields.Any(f => f.Name == argument),
                "all" => argument is not null && argument.Split('+').All(comparison.Fields.Contains),
                _ => false,
            }, $"comparison {comparison.Name}: unknown level {level}");
        }
    }

    private static void CheckBlock(EncodingSchema schema, BlockSchema block, Action<bool, string> require)
    {
        require(block.Parts.Count > 0, $"block {block.Name}: no parts");
        foreach (var part in block.Parts)
        {
            var (names, transform) = part.Split(':', 2) is [var n, var t] ? (n, t) : (part, null);
            require(names.Split('+').All(f => schema.Fields.Any(x => x.Name == f)), $"block {block.Name}: {part} names no field");
            require(transform is null || s_transforms.Contains(transform), $"block {block.Name}: unknown part {part}");
        }
    }
}
