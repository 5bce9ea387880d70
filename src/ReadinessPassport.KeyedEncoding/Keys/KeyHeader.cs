using System.Globalization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>What a sealed key file says of itself without its passphrase.</summary>
/// <param name="Kind">identity, linkage-secret, key-share or key-ceremony.</param>
/// <param name="Name">The agency's code, or the project and epoch.</param>
/// <param name="Fingerprint">Six words; empty where the kind has none.</param>
public sealed record KeyHeader(string Kind, string Name, string Fingerprint)
{
    /// <summary>Reads it. The header is protected against damage; against malice only by opening the file.</summary>
    /// <exception cref="PassportException">RP2301, RP2303.</exception>
    public static KeyHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var (kind, header) = SealedFile.ReadHeader(file, name);
        try
        {
            return new(kind, (string?)header["agency"] ?? string.Create(CultureInfo.InvariantCulture, $"{(string?)header["project"]}/{(int?)header["epoch"]}"), (string?)header["fingerprint"] ?? "");
        }
        catch (InvalidOperationException e)
        {
            throw KeyErrors.NotAKeyFile(name, "a member is of the wrong form", e);
        }
    }
}
