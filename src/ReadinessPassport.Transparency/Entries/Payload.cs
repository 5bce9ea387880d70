using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Entries;

/// <summary>The details of an entry, kept beside the log under their hash so that they can be destroyed. A random salt inside keeps short contents from being guessed from the hash.</summary>
public static class Payload
{
    /// <summary>The bytes to keep: canonical JSON of <paramref name="content"/> with a fresh member <c>salt</c> of 32 random bytes.</summary>
    public static byte[] Salted(JsonObject content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var salted = (JsonObject)content.DeepClone();
        salted["salt"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return CanonicalJson.Serialize(salted);
    }

    /// <summary>The hash an entry refers to it by, lower-case hexadecimal.</summary>
    public static string Digest(ReadOnlySpan<byte> payload) => Convert.ToHexStringLower(SHA256.HashData(payload));
}
