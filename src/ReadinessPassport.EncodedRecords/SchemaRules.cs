using System.Globalization;
using System.Numerics;

namespace ReadinessPassport.EncodedRecords;

/// <summary>What must hold between the parts of an encoding schema.</summary>
internal static class SchemaRules
{
    private static readonly string[] s_transforms = ["year", "month-day", "year-month", "year-day", "phonetic", "parts", "parts-phonetic", "history", "nickname"];

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
            CheckField(schema, field, Require);
        foreach (var comparison in schema.Comparisons)
            CheckComparison(schema, comparison, Require);
        foreach (var block in schema.Blocks)
            CheckBlock(schema, block, Require);
        var patterns = schema.Comparisons.Aggregate(BigInteger.One, (n, c) => n * (c.Levels.Count + 2)); // missing and else
        Require(patterns <= ulong.MaxValue, "comparisons: their levels together do not fit into 64 bits");
    }

    private static void CheckField(EncodingSchema schema, FieldSchema field, Action<bool, string> require)
    {
        require(field.Name.Length is > 0 and <= 40 && field.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), $"field {field.Name}: a name has lower-case letters, digits and hyphens");
        require(field.From.Count > 0, $"field {field.Name}: from names no canonical field");
        require(field.Length is 0 or (>= 64 and <= 8192) && field.Length % 64 == 0, $"field {field.Name}: length is 0 or 64 to 8,192 bits, a multiple of 64");
        require(field.Length == 0 || field.Hashes is > 0 and <= 1000 ^ field.Fill is > 0 and < 1000, $"field {field.Name}: a filter needs either hashes or fill");
        require(field.Length > 0 || field.Hardening.Count == 0, $"field {field.Name}: hardening needs a filter");
        require(field.Kind == FieldKind.Name || !(field.Nickname || field.Parts || field.Initial), $"field {field.Name}: nickname, parts and initial are for names");
        require(field.ValueHash != ValueHashMode.Bucket, $"field {field.Name}: value buckets need a published frequency list, and none ships with this program");
        require(field.Kind != FieldKind.Record || (field.Length > 0 && field.ValueHash == ValueHashMode.None && !field.History && field.From.All(f => schema.Fields.Any(x => x.Name == f && x.Kind != FieldKind.Record))),
            $"field {field.Name}: a record filter has a length, nothing else, and takes fields of the schema");
        require(field.Kind == FieldKind.Record || field.Length > 0 || field.ValueHash != ValueHashMode.None || field.History || IsUsed(schema, field), $"field {field.Name}: nothing is sent of it and nothing uses it");
        CheckHardening(schema, field, require);
    }

    private static bool IsUsed(EncodingSchema schema, FieldSchema field) =>
        schema.Fields.Any(r => r.Kind == FieldKind.Record && r.From.Contains(field.Name)) || schema.Blocks.Any(b => b.Parts.Any(p => p.Split(':')[0].Split('+').Contains(field.Name)));

    private static void CheckHardening(EncodingSchema schema, FieldSchema field, Action<bool, string> require)
    {
        var length = field.Length;
        foreach (var step in field.Hardening.Reverse())
        {
            var (name, argument) = step.Split(':', 2) is [var k, var a] ? (k, a) : (step, null);
            var n = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
            require(name switch
            {
                "balance" or "rule90" => argument is null,
                "diffuse" => n is > 0 and <= 16 && length >= 256,
                "flip" => n is > 0 and < 500,
                "fold" => n is > 0 and <= 4,
                "window-xor" => n is > 1 and <= 63,
                "salt" => field.Kind != FieldKind.Record && schema.Fields.Any(f => f.Name == argument && f.Name != field.Name && f.Kind != FieldKind.Record),
                _ => false,
            }, $"field {field.Name}: unknown hardening step {step}, or a parameter out of range");
            length = name == "fold" ? length << n : name == "balance" ? length / 2 : length;
            require(length is >= 64 and <= 8192 && length % 64 == 0, $"field {field.Name}: before {step} the filter would have {length} bits; expected 64 to 8,192, a multiple of 64");
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
