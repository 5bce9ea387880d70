using System.Globalization;

namespace ReadinessPassport.Policy;

/// <summary>A signature as it stands in the text.</summary>
public sealed record AgreementSignature
{
    internal AgreementSignature(YamlMap map)
    {
        Agency = map.Text("agency")!;
        Name = map.Text("name")!;
        Title = map.Text("title")!;
        KeyId = map.Text("key_id")!;
        SignedAtText = map.Text("signed_at")!;
        PrintFormat = map.Int("print_format")!.Value;
        TextSha256 = map.Text("text_sha256")!;
        PrintSha256 = map.Text("print_sha256")!;
        Value = map.Text("value")!;
    }

    /// <summary>For which party.</summary>
    public string Agency { get; }

    /// <summary>Who.</summary>
    public string Name { get; }

    /// <summary>Their office.</summary>
    public string Title { get; }

    /// <summary>With which key.</summary>
    public string KeyId { get; }

    /// <summary>When, as signed.</summary>
    public string SignedAtText { get; }

    /// <summary>When; null where the text is no moment.</summary>
    public DateTimeOffset? SignedAt =>
        DateTimeOffset.TryParseExact(SignedAtText, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>The number of the sentence templates that were read.</summary>
    public int PrintFormat { get; }

    /// <summary>Digest of the text that was signed.</summary>
    public string TextSha256 { get; }

    /// <summary>Digest of the print that was signed.</summary>
    public string PrintSha256 { get; }

    /// <summary>The Ed25519 signature, hexadecimal.</summary>
    public string Value { get; }
}
