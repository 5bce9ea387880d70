using System.Text;
using CsCheck;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding.Keys;

public class SealedFileTests
{
    private static readonly Passphrase s_passphrase = new("correct horse battery staple");
    private static readonly ProjectKey s_key = ProjectKey.New("K-MA-2027-004");
    private static readonly byte[] s_file = s_key.ToFile(s_passphrase);

    [Fact]
    public void A_key_comes_back_from_its_file()
    {
        using var again = ProjectKey.Open(s_file, s_passphrase, "k.key");

        Assert.Equal(("K-MA-2027-004", 1, s_key.Fingerprint), (again.Project, again.Epoch, again.Fingerprint));
    }

    [Fact]
    public void A_wrong_passphrase_and_a_damaged_file_are_different_errors()
    {
        using var wrong = new Passphrase("correct horse battery stable");
        var damaged = Encoding.UTF8.GetString(s_file).Replace("K-MA-2027-004", "K-MA-2027-005", StringComparison.Ordinal);

        Assert.Equal("RP2302", Assert.Throws<PassportException>(() => ProjectKey.Open(s_file, wrong, "k.key")).Error.Code);
        Assert.Equal("RP2303", Assert.Throws<PassportException>(() => ProjectKey.Open(Encoding.UTF8.GetBytes(damaged), s_passphrase, "k.key")).Error.Code);
    }

    [Fact]
    public void No_changed_byte_of_a_key_file_is_accepted() => Gen.Select(Gen.Int[0, s_file.Length - 2], Gen.Int[1, 255]).Sample((at, change) =>
    {
        var changed = (byte[])s_file.Clone();
        changed[at] ^= (byte)change;
        Assert.Throws<PassportException>(() => KeyHeader.Read(changed, "k.key"));
    }, iter: 2000);

    [Fact]
    public void A_passphrase_file_may_end_its_line()
    {
        using var unix = new Passphrase("correct horse battery staple\n"u8);
        using var windows = new Passphrase("correct horse battery staple\r\n"u8);

        ProjectKey.Open(s_file, unix, "k.key").Dispose();
        ProjectKey.Open(s_file, windows, "k.key").Dispose();
    }

    [Fact]
    public void Nothing_that_holds_a_secret_tells_it()
    {
        using var identity = AgencyIdentity.New(new("MA.DESE"));

        foreach (object secret in (object[])[s_key, s_key.Secret, identity, identity.Handles(), s_passphrase, SecretBytes.Random(4)])
            Assert.EndsWith("(hidden)", secret.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(ProjectKey).Assembly.GetTypes().Where(t => t.GetMethod("<Clone>$") is not null), t => t.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Any(f => f.FieldType == typeof(SecretBytes)));
    }
}
