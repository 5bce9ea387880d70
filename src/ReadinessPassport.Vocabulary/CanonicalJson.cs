using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// JSON in the one form that RFC 8785 allows, so that two programs that mean the same sign and hash the same bytes:
/// no white space, members ordered by UTF-16 code units, the shortest string escapes, UTF-8 without a byte order mark.
/// </summary>
/// <remarks>Numbers must be integers of at most 53 bits: everything this product signs counts or names, nothing is measured. That leaves out the part of RFC 8785 that is hard to get right.</remarks>
public static class CanonicalJson
{
    private const long LargestSafeInteger = (1L << 53) - 1;

    /// <summary>The canonical bytes of <paramref name="node"/>.</summary>
    /// <exception cref="ArgumentException">A number is not an integer within ±(2⁵³ − 1), or a string holds half a surrogate pair.</exception>
    public static byte[] Serialize(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, node);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the canonical bytes.</summary>
    /// <inheritdoc cref="Serialize" path="/exception"/>
    public static string Digest(JsonNode? node) => Convert.ToHexStringLower(SHA256.HashData(Serialize(node)));

    private static void Write(ArrayBufferWriter<byte> to, JsonNode? node)
    {
        switch (node)
        {
            case null:
                to.Write("null"u8);
                break;
            case JsonArray array:
                WriteArray(to, array);
                break;
            case JsonObject members:
                WriteObject(to, members);
                break;
            default:
                WriteValue(to, node.AsValue());
                break;
        }
    }

    private static void WriteArray(ArrayBufferWriter<byte> to, JsonArray array)
    {
        to.Write("["u8);
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
                to.Write(","u8);
            Write(to, array[i]);
        }
        to.Write("]"u8);
    }

    private static void WriteObject(ArrayBufferWriter<byte> to, JsonObject members)
    {
        to.Write("{"u8);
        var first = true;
        foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!first)
                to.Write(","u8);
            first = false;
            WriteString(to, name);
            to.Write(":"u8);
            Write(to, value);
        }
        to.Write("}"u8);
    }

    private static void WriteValue(ArrayBufferWriter<byte> to, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(to, value.GetValue<string>());
                break;
            case JsonValueKind.True:
                to.Write("true"u8);
                break;
            case JsonValueKind.False:
                to.Write("false"u8);
                break;
            default:
                var text = value.ToJsonString();
                if (!long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is > LargestSafeInteger or < -LargestSafeInteger)
                    throw new ArgumentException($"Canonical JSON here holds integers of at most 53 bits only; found {text}.", nameof(value));
                to.Write(Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static void WriteString(ArrayBufferWriter<byte> to, string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }
        escaped.Append('"');
        try
        {
            to.Write(Strict.GetBytes(escaped.ToString()));
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("A string holds half a surrogate pair.", nameof(text), e);
        }
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
