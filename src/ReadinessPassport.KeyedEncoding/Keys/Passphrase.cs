using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>What a person remembers, or keeps in a file of its own, and key files are sealed with. Never an argument, never in an environment variable.</summary>
public sealed class Passphrase : IDisposable
{
    /// <summary>Fewest characters accepted for a new file.</summary>
    public const int Shortest = 12;

    private readonly SecretBytes _bytes;

    /// <summary>Takes a text as UTF-8.</summary>
    public Passphrase(ReadOnlySpan<char> text)
    {
        _bytes = new SecretBytes(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes.Span);
    }

    /// <summary>Takes the bytes of a passphrase file; line ends after it do not belong to it.</summary>
    public Passphrase(ReadOnlySpan<byte> file) => _bytes = new SecretBytes(file.TrimEnd("\r\n"u8));

    /// <summary>Whether it is too short to protect a file that somebody copies.</summary>
    public bool IsTooShort => Encoding.UTF8.GetCharCount(_bytes.Span) < Shortest;

    /// <summary>Whether there is nothing of it.</summary>
    public bool IsEmpty => _bytes.Span.IsEmpty;

    /// <summary>Whether the other one is the same, in constant time.</summary>
    public bool IsSameAs(Passphrase other) => CryptographicOperations.FixedTimeEquals(_bytes.Span, (other ?? throw new ArgumentNullException(nameof(other)))._bytes.Span);

    internal byte[] Bytes => _bytes.Array;

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    /// <summary>Says nothing.</summary>
    public override string ToString() => "Passphrase (hidden)";
}
