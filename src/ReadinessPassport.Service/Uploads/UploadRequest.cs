using System.Globalization;
using System.Text;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>What a tus creation request announces.</summary>
internal sealed record UploadRequest(UploadKind Kind, string Agreement, byte[] Sha256, long Length)
{
    private const int LongestMetadata = 4096;
    private const int LongestAgreement = 64;

    /// <summary>Reads the headers.</summary>
    /// <exception cref="PassportException">RP5101, RP5102.</exception>
    public static UploadRequest Read(IHeaderDictionary headers, long limit)
    {
        if (!long.TryParse(headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length < 1 || length > limit)
            throw new PassportException(UploadErrors.Length(limit));
        var members = Members(headers["Upload-Metadata"].ToString());
        var kind = Member(members, "kind") switch { "cohort" => UploadKind.Cohort, "facts" => UploadKind.Facts, _ => throw Wrong("kind is cohort or facts") };
        var digest = Member(members, "sha256");
        if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigit))
            throw Wrong("sha256 is 64 hexadecimal digits");
        var agreement = Member(members, "agreement");
        if (agreement.Length is 0 or > LongestAgreement || !agreement.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
            throw Wrong("agreement is not an agreement's id");
        return new(kind, agreement, Convert.FromHexString(digest), length);
    }

    private static Dictionary<string, string> Members(string header)
    {
        if (header.Length is 0 or > LongestMetadata)
            throw Wrong("missing, or longer than 4 KiB");
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', 2);
            try
            {
                if (!members.TryAdd(parts[0], parts.Length == 1 ? "" : new UTF8Encoding(false, true).GetString(Convert.FromBase64String(parts[1]))))
                    throw Wrong("a name appears twice");
            }
            catch (Exception e) when (e is FormatException or DecoderFallbackException)
            {
                throw Wrong("a value is not base64");
            }
        }
        return members;
    }

    private static string Member(Dictionary<string, string> members, string name) => members.GetValueOrDefault(name) ?? throw Wrong($"{name} is missing");

    private static PassportException Wrong(string what) => new(UploadErrors.Metadata(what));
}
