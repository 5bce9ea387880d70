using System.Buffers;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>What a raw field becomes before it is cut into tokens, and whether it may.</summary>
internal static class ClkValue
{
    // Letters whose full upper case is longer than themselves; .NET maps letter by letter and would call them upper.
    private static readonly SearchValues<char> s_growing = SearchValues.Create(
        "ßŉǰΐΰևẖẗẘẙẚﬀﬁﬂﬃﬄﬅﬆﬓﬔﬕﬖﬗὐὒὔὖᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾲᾳᾴᾶᾷῂῃῄῆῇῒΐῖῗῢΰῤῦῧῲῳῴῶῷ");

    /// <summary>The prepared value; an empty one sets no bits.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="raw">The field as it stands in the file.</param>
    /// <param name="row">For the error.</param>
    /// <exception cref="Vocabulary.PassportException">RP2402.</exception>
    public static string Prepare(ClkFeature feature, string raw, long row)
    {
        if (feature.Sentinel is { } sentinel && raw == sentinel)
            return feature.Replacement ?? raw; // verbatim: neither validated nor formatted
        var format = feature.Format;
        if (!format.Encoding.CanWrite(raw))
            throw ClkErrors.Value(row, feature.Identifier, "it cannot be written in the feature's encoding");
        switch (format.Type)
        {
            case ClkType.Integer:
                if (!PythonNumber.TryInteger(raw, out var number))
                    throw ClkErrors.Value(row, feature.Identifier, "not an integer");
                if (number < format.Minimum || number > format.Maximum)
                    throw ClkErrors.Value(row, feature.Identifier, "outside the range of the schema");
                return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case ClkType.Date:
                return format.Date!.Canonical(raw) ?? throw ClkErrors.Value(row, feature.Identifier, "not a date of the schema's pattern");
            case ClkType.Enumeration:
                return format.Values!.Contains(raw) ? raw : throw ClkErrors.Value(row, feature.Identifier, "not one of the schema's values");
            default:
                CheckText(feature, format, raw, row);
                return raw;
        }
    }

    private static void CheckText(ClkFeature feature, ClkFormat format, string raw, long row)
    {
        if (format.Pattern is { } pattern)
        {
            if (!pattern.IsMatch(raw))
                throw ClkErrors.Value(row, feature.Identifier, "it does not match the schema's pattern");
            return;
        }
        var length = Ascii.IsValid(raw) ? raw.Length : raw.EnumerateRunes().Count();
        if (length < format.MinLength || length > format.MaxLength)
            throw ClkErrors.Value(row, feature.Identifier, "shorter or longer than the schema allows");
        if (format.Case == "upper" && (!string.Equals(raw, raw.ToUpperInvariant(), StringComparison.Ordinal) || raw.AsSpan().IndexOfAny(s_growing) >= 0))
            throw ClkErrors.Value(row, feature.Identifier, "not in upper case");
        if (format.Case == "lower" && (!string.Equals(raw, raw.ToLowerInvariant(), StringComparison.Ordinal) || raw.Contains('İ', StringComparison.Ordinal)))
            throw ClkErrors.Value(row, feature.Identifier, "not in lower case");
    }
}
