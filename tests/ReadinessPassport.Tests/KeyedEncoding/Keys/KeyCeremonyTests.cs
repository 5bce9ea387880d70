using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Keys.Ceremonies;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding.Keys;

/// <summary>Three agencies and a relay that does with their messages what it likes.</summary>
public class KeyCeremonyTests
{
    private static readonly AgencyIdentity[] s_agencies = [AgencyIdentity.New(new("MA.DESE")), AgencyIdentity.New(new("MA.EEC")), AgencyIdentity.New(new("MA.DCF"))];
    private readonly KeyCeremony[] _ceremonies = [.. s_agencies.Select(a => Begin(a))];
    private readonly byte[][] _commitments;

    public KeyCeremonyTests() => _commitments = [.. _ceremonies.Select(c => c.Commit())];

    [Fact]
    public void Everybody_comes_to_the_same_key_and_can_tell()
    {
        var reveals = Reveals();

        var keys = _ceremonies.Select(c => c.Finish(_commitments, reveals)).ToList();
        var confirmations = _ceremonies.Zip(keys, (c, k) => c.Confirm(k, _commitments)).ToList();

        Assert.Single(keys.Select(k => k.Fingerprint).Distinct());
        Assert.All(_ceremonies.Zip(keys), p => p.First.Check(p.Second, _commitments, confirmations));
    }

    [Fact]
    public void A_ceremony_goes_on_from_its_file()
    {
        using var passphrase = new Passphrase("correct horse battery staple");
        using var again = KeyCeremony.Open(_ceremonies[0].ToFile(passphrase), passphrase, s_agencies[0], "state");
        var reveals = Reveals();

        Assert.Equal(_ceremonies[1].Finish(_commitments, reveals).Fingerprint, again.Finish(_commitments, reveals).Fingerprint);
    }

    [Fact]
    public void A_dropped_message_is_missed_by_name()
    {
        Assert.Contains("MA.DCF", Refused(() => _ceremonies[0].Reveal(_commitments[..2]), "RP2309").Message, StringComparison.Ordinal);
        var without = Reveals().Where(r => !From(r, s_agencies[1])).ToList();
        Assert.Contains("MA.EEC", Refused(() => _ceremonies[0].Finish(_commitments, without), "RP2309").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_message_is_refused_by_name()
    {
        var altered = JsonNode.Parse(_commitments[1])!.AsObject();
        altered["commitment"] = Convert.ToBase64String(new byte[32]);

        Assert.Contains("MA.EEC", Refused(() => _ceremonies[0].Reveal([_commitments[0], Encoding.UTF8.GetBytes(altered.ToJsonString()), _commitments[2]]), "RP2308").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replayed_commitment_of_an_earlier_attempt_is_found_out()
    {
        var earlier = Begin(s_agencies[1]).Commit();
        byte[][] shownToFirst = [_commitments[0], earlier, _commitments[2]];

        // The first agency cannot know yet; but the second revealed for what it really committed to.
        _ = _ceremonies[0].Reveal(shownToFirst);
        Refused(() => _ceremonies[0].Finish(shownToFirst, Reveals()), "RP2308");
        Refused(() => _ceremonies[0].Reveal([.. _commitments, earlier]), "RP2308");
    }

    [Fact]
    public void A_reveal_swapped_to_another_agency_is_refused()
    {
        var forThird = Reveals().First(r => From(r, s_agencies[1]) && To(r, s_agencies[2]));
        var swapped = JsonNode.Parse(forThird)!.AsObject();
        swapped["to"] = s_agencies[0].Public.Fingerprint;

        Refused(() => _ceremonies[0].Finish(_commitments, [Encoding.UTF8.GetBytes(swapped.ToJsonString())]), "RP2308");
        Refused(() => _ceremonies[0].Finish(_commitments, [forThird]), "RP2309"); // not for us: as if it were not there
    }

    [Fact]
    public void An_agency_that_reveals_something_else_than_it_committed_to_is_named()
    {
        var other = Begin(s_agencies[1]);
        // A cheating agency that shows everybody one commitment and reveals another contribution; it signs whatever it likes.
        var honest = _commitments;
        var cheat = other.Reveal([_commitments[0], _commitments[2]]);
        var forFirst = cheat.First(r => r.To.Agency == s_agencies[0].Agency).Message;

        var refused = Refused(() => _ceremonies[0].Finish(honest, [.. Reveals().Where(r => !From(r, s_agencies[1])), forFirst]), "RP2308");
        Assert.Contains("MA.EEC", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_another_ceremony_is_refused()
    {
        using var other = KeyCeremony.Start("K-MA-2027-009", 1, s_agencies[1], s_agencies.Where(a => a != s_agencies[1]).Select(a => a.Public));

        Refused(() => _ceremonies[0].Reveal([_commitments[0], other.Commit(), _commitments[2]]), "RP2308");
    }

    [Fact]
    public void An_agency_that_came_to_another_key_is_named()
    {
        using var wrong = ProjectKey.New("K-MA-2027-004");
        using var right = _ceremonies[0].Finish(_commitments, Reveals());

        var refused = Refused(() => _ceremonies[0].Check(right, _commitments, [_ceremonies[1].Confirm(wrong, _commitments)]), "RP2308");
        Assert.Contains("MA.EEC", refused.Message, StringComparison.Ordinal);
    }

    private static KeyCeremony Begin(AgencyIdentity agency) => KeyCeremony.Start("K-MA-2027-004", 1, agency, s_agencies.Where(a => a != agency).Select(a => a.Public));

    private List<byte[]> Reveals() => [.. _ceremonies.SelectMany(c => c.Reveal(_commitments)).Select(r => r.Message)];

    private static bool From(byte[] message, AgencyIdentity agency) => (string?)JsonNode.Parse(message)!["from"] == agency.Public.Fingerprint;

    private static bool To(byte[] message, AgencyIdentity agency) => (string?)JsonNode.Parse(message)!["to"] == agency.Public.Fingerprint;

    private static PassportError Refused(Func<object> act, string code)
    {
        var error = Assert.Throws<PassportException>(act).Error;
        Assert.Equal(code, error.Code);
        return error;
    }

    private static PassportError Refused(Action act, string code) => Refused(() => { act(); return 0; }, code);
}
