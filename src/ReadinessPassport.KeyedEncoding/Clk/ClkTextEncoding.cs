using System.Text;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>The text encodings of linkage schemas as Python writes them: UTF-16 and UTF-32 little-endian with a byte-order mark before every token.</summary>
internal sealed class ClkTextEncoding
{
    private readonly Encoding _encoding;
    private readonly byte[] _mark;

    private ClkTextEncoding(Encoding encoding, byte[] mark) => (_encoding, _mark) = (encoding, mark);

    public static ClkTextEncoding Utf8 { get; } = new(new UTF8Encoding(false, throwOnInvalidBytes: true), []);

    /// <summary>The encoding of that name; null for another name.</summary>
    public static ClkTextEncoding? Named(string name) => name switch
    {
        "utf-8" => Utf8,
        "ascii" => new(Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), []),
        "utf-16" => new(new UnicodeEncoding(false, false, throwOnInvalidBytes: true), [0xFF, 0xFE]),
        "utf-32" => new(new UTF32Encoding(false, false, throwOnInvalidCharacters: true), [0xFF, 0xFE, 0, 0]),
        _ => null,
    };

    /// <summary>The bytes of a token.</summary>
    public byte[] Bytes(ReadOnlySpan<char> token)
    {
        var bytes = new byte[_mark.Length + _encoding.GetByteCount(token)];
        _mark.CopyTo(bytes, 0);
        _encoding.GetBytes(token, bytes.AsSpan(_mark.Length));
        return bytes;
    }

    /// <summary>Whether the text can be written in it.</summary>
    public bool CanWrite(ReadOnlySpan<char> text)
    {
        if (_encoding is not ASCIIEncoding)
        {
            if (Ascii.IsValid(text))
                return true;
        }
        try
        {
            _encoding.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
