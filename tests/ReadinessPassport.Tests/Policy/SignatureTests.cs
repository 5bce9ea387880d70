using System.Text;
using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class SignatureTests
{
    private static readonly DateTimeOffset s_signedAt = An.Noon("2026-12-20");
    private static readonly PolicyOptions s_options = new() { LawsAsRead = true, Demonstration = true };
    private static readonly string[] s_memorandumAndEvaluation = ["MA-2026-001", "MA-2027-004"];

    private static readonly Dictionary<string, (string Name, string Title, SigningKeyPair Key)> s_people = new(StringComparer.Ordinal)
    {
        ["MA.DESE"] = ("R. Alvarez", "Commissioner", SigningKeyPair.New()),
        ["MA.EEC"] = ("J. Okafor", "Commissioner", SigningKeyPair.New()),
        ["MA.DCF"] = ("S. Lindgren", "Commissioner", SigningKeyPair.New()),
        ["MA.LINKAGE"] = ("P. Rao", "Director", SigningKeyPair.New()),
    };

    [Fact]
    public void Signed_by_all_an_agreement_permits_from_the_last_signature_on()
    {
        var folder = PolicyFolder.Load(Signed(s_people.Keys), s_options);

        Assert.IsType<Decision.Denial>(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable with { At = s_signedAt.AddSeconds(-1) }));
        Assert.All(s_memorandumAndEvaluation, a => Assert.True(folder.Signing(folder.Find(a)!).IsComplete));
        Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable));
    }

    [Fact]
    public void Without_one_signature_it_is_a_draft_and_denies()
    {
        foreach (var missing in s_people.Keys)
        {
            var folder = PolicyFolder.Load(Signed(s_people.Keys.Where(a => a != missing)), s_options);

            Assert.Equal("RP6030", Assert.Single(folder.Signing(folder.Find("MA-2027-004")!).Findings).Code);
            Assert.IsType<Decision.Denial>(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable));
        }
    }

    [Theory]
    [InlineData("minimum_cell: 11", "minimum_cell: 12", "RP6031")] // a changed rule is a text that does not match
    [InlineData("title: \"Preschool", "title: \"Nursery", "RP6031")]
    [InlineData("# Persons, ids and dates are invented.", "# A comment.", null)] // comments change neither digest
    [InlineData("value: \"", "value: \"0", null)] // not a signature at all: the file does not load
    public void A_changed_text_must_be_signed_again(string old, string @new, string? code)
    {
        var texts = Changed(Signed(s_people.Keys), "agreements/MA-2027-004.yml", t => ReplaceFirst(t, old, @new));
        var folder = PolicyFolder.Load(texts, s_options);

        if (folder.Find("MA-2027-004") is not { } agreement)
            Assert.Contains(folder.Problems, p => p.Code == "RP6006");
        else if (code is null)
            Assert.True(folder.Signing(agreement).IsComplete);
        else
            Assert.All(folder.Signing(agreement).Findings, f => Assert.Equal(code, f.Code));
    }

    [Fact]
    public void A_changed_label_changes_the_print_and_so_the_signatures()
    {
        var folder = PolicyFolder.Load(Changed(Signed(s_people.Keys), "vocab/categories.yml", t => t.Replace("label: attendance", "label: presence", StringComparison.Ordinal)), s_options);

        Assert.All(folder.Signing(folder.Find("MA-2027-004")!).Findings, f => Assert.Equal("RP6031", f.Code));
        Assert.True(folder.Signing(folder.Find("MA-2026-001")!).IsComplete); // which does not speak of attendance
    }

    [Fact]
    public void One_flipped_bit_of_a_signature_is_found()
    {
        var texts = Signed(s_people.Keys);
        var text = Encoding.UTF8.GetString(texts.Single(t => t.Path == "agreements/MA-2027-004.yml").Bytes.Span);
        var at = text.LastIndexOf("value: \"", StringComparison.Ordinal) + 8;
        var flipped = text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..];

        var folder = PolicyFolder.Load(Changed(texts, "agreements/MA-2027-004.yml", _ => flipped), s_options);

        Assert.Equal("RP6032", Assert.Single(folder.Signing(folder.Find("MA-2027-004")!).Findings).Code);
    }

    [Fact]
    public void A_key_that_is_not_the_signatory_s_or_not_in_its_period_is_found()
    {
        var taken = PolicyFolder.Load(Changed(Signed(s_people.Keys), "vocab/signing-keys.yml", t => t.Replace("name: \"R. Alvarez\"", "name: \"X. Alvarez\"", StringComparison.Ordinal)), s_options);
        var over = PolicyFolder.Load(Changed(Signed(s_people.Keys), "vocab/signing-keys.yml", t => t.Replace("from: \"2026-07-01\"", "from: \"2026-12-21\"", StringComparison.Ordinal)), s_options);

        Assert.Contains(taken.Signing(taken.Find("MA-2027-004")!).Findings, f => f.Code == "RP6033");
        Assert.All(over.Signing(over.Find("MA-2027-004")!).Findings, f => Assert.Equal("RP6033", f.Code));
        Assert.Equal(4, Until("2026-12-19").Findings.Count(f => f.Code == "RP6033"));
        Assert.True(Until("2026-12-20").IsComplete); // the key's last day counts

        static SigningState Until(string day)
        {
            var folder = PolicyFolder.Load(Changed(Signed(s_people.Keys), "vocab/signing-keys.yml", t => t.Replace("until: null", $"until: \"{day}\"", StringComparison.Ordinal)), s_options);
            return folder.Signing(folder.Find("MA-2027-004")!);
        }
    }

    [Fact]
    public void Signatures_that_travelled_apart_are_gathered()
    {
        var keys = WithKeys();
        var folder = PolicyFolder.Load(keys, s_options);
        var agreement = folder.Find("MA-2027-004")!;
        var copies = s_people.Select(p => PolicyFolder.Load(Changed(keys, agreement.Path, _ => AgreementSigning.Sign(folder, agreement, p.Key, p.Value.Key, s_signedAt).Text), s_options).Find("MA-2027-004")!).ToList();

        var (text, agencies) = AgreementSigning.Collect(folder, agreement, copies);

        Assert.Equal(s_people.Keys.Order(StringComparer.Ordinal), agencies.Order(StringComparer.Ordinal));
        var whole = PolicyFolder.Load(Changed(keys, agreement.Path, _ => text), s_options);
        Assert.True(whole.Signing(whole.Find("MA-2027-004")!).IsComplete);
    }

    [Fact]
    public void A_stranger_s_key_signs_nothing()
    {
        var folder = PolicyFolder.Load(WithKeys(), s_options);

        Assert.Throws<SigningRefusedException>(() => AgreementSigning.Sign(folder, folder.Find("MA-2027-004")!, "MA.DESE", SigningKeyPair.New(), s_signedAt));
        Assert.Throws<SigningRefusedException>(() => AgreementSigning.Sign(folder, folder.Find("MA-2027-004")!, "MA.EEC", s_people["MA.DESE"].Key, s_signedAt));
    }

    [Fact]
    public void A_key_survives_its_file_and_says_nothing_of_itself()
    {
        var key = SigningKeyPair.New();

        Assert.Equal(key.PublicKey, SigningKeyPair.FromPem(key.ToPem())!.PublicKey);
        Assert.Equal("SigningKeyPair (hidden)", key.ToString());
        Assert.Null(SigningKeyPair.FromPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"));
        Assert.Null(SigningKeyPair.FromPem("nothing"));
    }

    private static List<PolicyText> WithKeys() => Changed(Policies.Texts, "vocab/signing-keys.yml", _ =>
        "readiness_passport: vocab/1\nkeys:\n" + string.Concat(s_people.Select(p => $"  - {{key_id: {p.Value.Key.KeyIdFor(p.Key)}, agency: {p.Key}, name: \"{p.Value.Name}\", title: {p.Value.Title}, public_key: \"{Convert.ToHexStringLower(p.Value.Key.PublicKey)}\", from: \"2026-07-01\", until: null}}\n")));

    private static List<PolicyText> Signed(IEnumerable<string> agencies)
    {
        var texts = WithKeys();
        foreach (var id in s_memorandumAndEvaluation)
        {
            foreach (var agency in agencies)
            {
                var folder = PolicyFolder.Load(texts, s_options);
                var agreement = folder.Find(id)!;
                texts = Changed(texts, agreement.Path, _ => AgreementSigning.Sign(folder, agreement, agency, s_people[agency].Key, s_signedAt).Text);
            }
        }
        return texts;
    }

    private static List<PolicyText> Changed(IReadOnlyList<PolicyText> texts, string path, Func<string, string> change) =>
        [.. texts.Select(t => t.Path == path ? new PolicyText(path, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(t.Bytes.Span)))) : t)];

    private static string ReplaceFirst(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + @new + text[(at + old.Length)..];
    }
}
