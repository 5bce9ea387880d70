using CsCheck;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding.Keys;

public class SharingTests
{
    private static readonly AgencyIdentity s_dese = AgencyIdentity.New(new("MA.DESE"));
    private static readonly AgencyIdentity s_eec = AgencyIdentity.New(new("MA.EEC"));
    private static readonly ProjectKey s_key = ProjectKey.New("K-MA-2027-004");

    [Fact]
    public void A_shared_key_opens_for_the_agency_it_was_sealed_for_and_nobody_else()
    {
        var shared = s_key.ShareWith(s_eec.Public);

        using var accepted = ProjectKey.Accept(shared, s_eec, "shared");

        Assert.Equal(s_key.Fingerprint, accepted.Fingerprint);
        Assert.Equal("RP2307", Assert.Throws<PassportException>(() => ProjectKey.Accept(shared, s_dese, "shared")).Error.Code);
    }

    [Fact]
    public void A_changed_byte_of_a_shared_key_is_never_accepted()
    {
        var shared = s_key.ShareWith(s_eec.Public);
        Gen.Select(Gen.Int[0, shared.Length - 2], Gen.Int[1, 255]).Sample((at, change) =>
        {
            var changed = (byte[])shared.Clone();
            changed[at] ^= (byte)change;
            Assert.Throws<PassportException>(() => ProjectKey.Accept(changed, s_eec, "shared").Dispose());
        }, iter: 300);
    }

    [Fact]
    public void A_public_identity_reads_back_and_signs_what_it_signed()
    {
        var again = PublicIdentity.Parse(CanonicalJson.Serialize(s_dese.Public.ToJson()), "identity.pub.json");
        var signature = s_dese.SignBytes([1, 2, 3]);

        Assert.Equal(s_dese.Public.Fingerprint, again.Fingerprint);
        Assert.True(again.Verifies([1, 2, 3], signature));
        Assert.False(again.Verifies([1, 2, 4], signature));
        Assert.False(s_eec.Public.Verifies([1, 2, 3], signature));
    }

    [Fact]
    public void An_identity_comes_back_from_its_file_with_every_key()
    {
        using var passphrase = new Passphrase("correct horse battery staple");
        using var again = AgencyIdentity.Open(s_dese.ToFile(passphrase), passphrase, "identity.key");
        using var handles = s_dese.Handles();
        using var handlesAgain = again.Handles();

        Assert.Equal(s_dese.Public.Fingerprint, again.Public.Fingerprint);
        Assert.Equal(handles.HandleOf("17"), handlesAgain.HandleOf("17"));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 5)]
    public void Any_shares_up_to_the_threshold_make_the_key_and_fewer_do_not(int threshold, int count)
    {
        var shares = KeyShare.Split(s_key, threshold, count);

        using var first = KeyShare.Combine([.. shares.Take(threshold)]);
        using var last = KeyShare.Combine([.. shares.Reverse().Take(threshold)]);

        Assert.Equal(s_key.Fingerprint, first.Fingerprint);
        Assert.Equal(s_key.Fingerprint, last.Fingerprint);
        Assert.Equal("RP2310", Assert.Throws<PassportException>(() => KeyShare.Combine([.. shares.Take(threshold - 1)])).Error.Code);
        Assert.Equal("RP2310", Assert.Throws<PassportException>(() => KeyShare.Combine([.. KeyShare.Split(s_key, threshold, count).Take(1), .. shares.Skip(1).Take(threshold - 1)])).Error.Code);
    }

    [Fact]
    public void Six_words_are_the_proquints_of_a_digest() =>
        Assert.Equal("lusab babad gutih tugad mudof sakat", SixWords.Of([127, 0, 0, 1, 63, 84, 220, 193, 140, 98, 193, 141])); // the paper's own examples
}
