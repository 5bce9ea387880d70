using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary>Brings bundles, trust files and salts from the disk.</summary>
internal static class LogFiles
{
    /// <summary>Opens a bundle; RP8011 when it is none.</summary>
    public static LogBundle Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            return LogBundle.Open(stream);
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw BundleErrors.NotABundle(e.Message);
        }
    }

    /// <summary>Reads a trust file; null when none is named.</summary>
    public static BundleKeys? Trust(string? path)
    {
        if (path is null)
            return null;
        try
        {
            return BundleKeys.Parse(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw BundleErrors.Unusable($"{path}: {e.Message}.", "write {\"log\":[{\"name\",\"public_key\"}],\"quorum\":2,\"witnesses\":[…]} from what the agencies told you, or copy a keys.json you trust");
        }
    }

    /// <summary>Reads a subject salt: 32 bytes, or 64 hexadecimal digits.</summary>
    public static byte[] Salt(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length == SubjectReference.SaltLength)
            return bytes;
        var text = System.Text.Encoding.ASCII.GetString(bytes).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : throw BundleErrors.Unusable($"{path} holds no subject salt; expected 32 bytes or 64 hexadecimal digits.", "ask the agency that holds the person's records for the salt");
    }
}
