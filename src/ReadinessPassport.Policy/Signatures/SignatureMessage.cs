using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>The bytes a signatory signs: both digests, so that neither the text that is enforced nor the print that was read can change behind the other.</summary>
internal static class SignatureMessage
{
    private static readonly byte[] s_prefix = Encoding.ASCII.GetBytes("readiness-passport agreement signature 1\n");

    public static byte[] Of(Agreement agreement, string agency, string name, string title, string signedAt, int printFormat, string textSha256, string printSha256) =>
    [
        .. s_prefix,
        .. CanonicalJson.Serialize(new JsonObject
        {
            ["agency"] = agency,
            ["agreement"] = agreement.Id,
            ["name"] = name,
            ["print_format"] = printFormat,
            ["print_sha256"] = printSha256,
            ["signed_at"] = signedAt,
            ["text_sha256"] = textSha256,
            ["title"] = title,
            ["version"] = agreement.Version,
        }),
    ];
}
