using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Facts;

/// <summary>One line of <c>facts.ndjson</c>. Reading is strict: an unknown member, code or attribute, a period finer than a month, and the file is refused.</summary>
internal static partial class FactsLineJson
{
    /// <summary>Bytes a line may have.</summary>
    public const int LargestLine = 64 * 1024;

    private static readonly AttributeDefinition s_grade = AttributeCatalogue.Find("k12.grade")!;

    /// <summary>Writes the line with its newline.</summary>
    public static void Write(IBufferWriter<byte> to, FactsLine line)
    {
        using (var json = new Utf8JsonWriter(to, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("h", line.Handle.ToString());
            json.WriteString("op", line.IsDelete ? "delete" : "upsert");
            if (!line.IsDelete)
            {
                json.WriteString("schema", AttributeCatalogue.Schema);
                json.WriteString("src", line.Source);
                if (line.AsOf is not null)
                    json.WriteString("asOf", line.AsOf);
                json.WriteStartArray("facts");
                foreach (var fact in line.Facts)
                {
                    json.WriteStartObject();
                    json.WriteString("a", fact.Attribute);
                    json.WriteString("p", fact.Period);
                    json.WriteString("v", fact.Value);
                    if (fact.Grade is not null)
                        json.WriteString("g", fact.Grade);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        to.Write("\n"u8);
    }

    /// <summary>Reads a line without its newline.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="wrong">Makes the error for a broken rule.</param>
    public static FactsLine Read(ReadOnlySequence<byte> bytes, Func<string, PassportException> wrong)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new() { MaxDepth = 4, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            throw wrong("not JSON");
        }
        using (document)
            return Line(document.RootElement, wrong);
    }

    private static FactsLine Line(JsonElement root, Func<string, PassportException> wrong)
    {
        Only(root, wrong, "h", "op", "schema", "src", "asOf", "facts");
        if (!RecordHandle.TryParse(Text(root, "h", wrong), out var handle))
            throw wrong("h is not a handle of 32 hexadecimal digits");
        switch (Text(root, "op", wrong))
        {
            case "delete":
                Only(root, wrong, "h", "op");
                return FactsLine.Delete(handle);
            case "upsert":
                break;
            default:
                throw wrong("op is upsert or delete");
        }
        if (Text(root, "schema", wrong) != AttributeCatalogue.Schema)
            throw wrong($"schema is {AttributeCatalogue.Schema}");
        var source = Text(root, "src", wrong);
        if (source.Length > 64 || !Source().IsMatch(source))
            throw wrong("src is capital letters, digits and full stops, such as DESE.SIMS.EOY");
        var asOf = root.TryGetProperty("asOf", out _) ? Text(root, "asOf", wrong) : null;
        if (asOf is not null && !IsPeriod(asOf))
            throw wrong("asOf is a year, a school year or a month");
        if (!root.TryGetProperty("facts", out var list) || list.ValueKind != JsonValueKind.Array)
            throw wrong("facts is missing or no list");
        var facts = ImmutableArray.CreateBuilder<Fact>(list.GetArrayLength());
        var seen = new HashSet<(string, string)>();
        foreach (var element in list.EnumerateArray())
        {
            var fact = One(element, wrong);
            if (!seen.Add((fact.Attribute, fact.Period)))
                throw wrong("an attribute appears twice for one period");
            facts.Add(fact);
        }
        return new(handle, source, asOf, facts.MoveToImmutable());
    }

    private static Fact One(JsonElement element, Func<string, PassportException> wrong)
    {
        Only(element, wrong, "a", "p", "v", "g");
        var attribute = AttributeCatalogue.Find(Text(element, "a", wrong)) ?? throw wrong("a names no attribute of the catalogue");
        var period = Text(element, "p", wrong);
        if (!IsPeriod(period))
            throw wrong("p is a year, a school year or a month, nothing finer");
        var value = Text(element, "v", wrong);
        if (!attribute.Allows(value))
            throw wrong($"v is not a code of {attribute.Id}");
        var grade = element.TryGetProperty("g", out _) ? Text(element, "g", wrong) : null;
        return grade is null || s_grade.Allows(grade) ? new(attribute.Id, period, value, grade) : throw wrong("g is not a grade");
    }

    /// <summary>Whether a text is a year, a school year or a month.</summary>
    public static bool IsPeriod(string text)
    {
        if (text.Length is not (4 or 7) || !Digits().IsMatch(text))
            return false;
        if (text.Length == 4)
            return true;
        var (year, after) = (int.Parse(text.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture));
        return after is >= 1 and <= 12 || after == (year + 1) % 100;
    }

    private static void Only(JsonElement element, Func<string, PassportException> wrong, params ReadOnlySpan<string> members)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw wrong("expected an object");
        foreach (var member in element.EnumerateObject())
        {
            if (!members.Contains(member.Name))
                throw wrong($"a member other than {string.Join(", ", members!)}");
        }
    }

    private static string Text(JsonElement element, string member, Func<string, PassportException> wrong)
    {
        if (!element.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
            throw wrong($"{member} is missing or no text");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw wrong($"{member} is not well-formed text"); // half a surrogate pair
        }
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(\.[A-Z0-9]+){0,4}\z")]
    private static partial Regex Source();

    [GeneratedRegex(@"^(19|20)[0-9]{2}(-[0-9]{2})?\z")]
    private static partial Regex Digits();
}
