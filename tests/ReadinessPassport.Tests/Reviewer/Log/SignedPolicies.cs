using System.Globalization;
using System.Text;
using ReadinessPassport.Policy;
using ReadinessPassport.Tests.Policy;

namespace ReadinessPassport.Tests.Reviewer.Log;

/// <summary>The shipped policy folder really signed: packs read by the demonstration, a key for every signatory, signatures of all over text and print.</summary>
internal static class SignedPolicies
{
    private static readonly Lazy<IReadOnlyList<PolicyText>> s_texts = new(Sign);

    public static IReadOnlyList<PolicyText> Texts => s_texts.Value;

    public static PolicyFolder Folder { get; } = PolicyFolder.Load(Texts, new PolicyOptions { Demonstration = true });

    private static List<PolicyText> Sign()
    {
        var texts = Policies.Texts.ToDictionary(t => t.Path, t => Encoding.UTF8.GetString(t.Bytes.Span));
        foreach (var law in texts.Keys.Where(p => p.StartsWith("law/", StringComparison.Ordinal)).ToList())
            texts[law] = texts[law].Replace("\nstatus: stub", "\nstatus: read\nread_on: \"2026-01-02\"\nread_by: demonstration", StringComparison.Ordinal);
        string[] signed = ["MA-2026-001", "MA-2027-004", "MA-2027-009"];
        var keys = new Dictionary<(string, string), SigningKeyPair>();
        foreach (var who in Load(texts).Agreements.Where(a => signed.Contains(a.Id)).SelectMany(a => a.Signatories))
            keys.TryAdd((who.Agency, who.Name), SigningKeyPair.New());
        var titles = Load(texts).Agreements.SelectMany(a => a.Signatories).DistinctBy(s => (s.Agency, s.Name)).ToDictionary(s => (s.Agency, s.Name), s => s.Title);
        texts["vocab/signing-keys.yml"] = "readiness_passport: vocab/1\nkeys:\n" + string.Concat(keys.Select(k =>
            $"  - {{key_id: {k.Value.KeyIdFor(k.Key.Item1)}, agency: {k.Key.Item1}, name: \"{k.Key.Item2}\", title: \"{titles[k.Key]}\", public_key: \"{Convert.ToHexStringLower(k.Value.PublicKey)}\", from: \"2026-01-01\", until: null}}\n"));
        foreach (var id in signed)
        {
            foreach (var agency in Load(texts).Find(id)!.Signatories)
            {
                var folder = Load(texts);
                var agreement = folder.Find(id)!;
                texts[agreement.Path] = AgreementSigning.Sign(folder, agreement, agency.Agency, keys[(agency.Agency, agency.Name)], DateTimeOffset.Parse("2026-06-01T12:00:00Z", CultureInfo.InvariantCulture)).Text;
            }
        }
        return [.. texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new PolicyText(t.Key, Encoding.UTF8.GetBytes(t.Value)))];
    }

    private static PolicyFolder Load(Dictionary<string, string> texts) => PolicyFolder.Load(texts.Select(t => new PolicyText(t.Key, Encoding.UTF8.GetBytes(t.Value))), new PolicyOptions { Demonstration = true });
}
