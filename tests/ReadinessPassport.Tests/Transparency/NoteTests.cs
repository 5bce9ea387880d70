using System.Text;
using ReadinessPassport.Transparency.Notes;
using Xunit;

namespace ReadinessPassport.Tests.Transparency;

public class NoteTests
{
    private static readonly NoteSigner Log = new("commonwealth/readiness-passport", [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly NoteSigner Witness = new("MA.DESE", [.. Enumerable.Range(101, 32).Select(i => (byte)i)]);

    private static SignedNote Signed => Log.Sign(new Checkpoint(Log.Key.Name, 42, new byte[32]).Text);

    // The example of the Go package golang.org/x/mod/sumdb/note: anybody's key, our verification.
    [Fact]
    public void A_note_signed_by_another_implementation_verifies()
    {
        var key = new NoteKey("PeterNeumann", Convert.FromBase64String("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[1..]);
        var note = SignedNote.Parse(
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");

        Assert.True(key.HasSigned(note));
        Assert.Equal(0xc74f20a3u, key.Id);
        Assert.False(key.HasSigned(note with { Text = note.Text.Replace("think", "thunk", StringComparison.Ordinal) }));
    }

    [Fact]
    public void A_note_reads_as_it_was_written()
    {
        var note = Signed.With(Witness.Cosign(Signed, DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)));
        var read = SignedNote.Parse(note.ToString());

        Assert.Equal(note.ToString(), read.ToString());
        Assert.True(Log.Key.HasSigned(read));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), Witness.Key.WitnessedAt(read));
        Assert.Equal(42, Checkpoint.Parse(read).Size);
    }

    [Fact]
    public void A_cosignature_is_no_signature_and_the_other_way_round()
    {
        var note = Signed.With(Witness.Cosign(Signed, DateTimeOffset.UnixEpoch));

        Assert.False(Witness.Key.HasSigned(note));
        Assert.Null(Log.Key.WitnessedAt(note));
    }

    [Fact]
    public void A_cosignature_with_another_time_does_not_count()
    {
        var line = Witness.Cosign(Signed, DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        line.Bytes[7] ^= 1;

        Assert.Null(Witness.Key.WitnessedAt(Signed.With(line)));
    }

    [Fact]
    public void Nobody_else_signs_under_the_logs_name()
    {
        var impostor = new NoteSigner(Log.Key.Name, new byte[32]);

        Assert.False(Log.Key.HasSigned(impostor.Sign(Signed.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text without signatures\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("te\u0000xt\n\n— name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    [InlineData("text\n\n— name AA!\n")]
    public void What_is_no_note_is_refused(string note) => Assert.Throws<InvalidDataException>(() => SignedNote.Parse(note));

    [Theory]
    [InlineData("origin\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n1\nAAAA\n")]
    [InlineData("origin\n1\n")]
    public void What_is_no_checkpoint_is_refused(string text) => Assert.Throws<InvalidDataException>(() => Checkpoint.Parse(new SignedNote(text, [])));

    [Fact]
    public void A_signer_does_not_print_its_key() =>
        Assert.DoesNotContain(Convert.ToHexString([.. Enumerable.Range(1, 32).Select(i => (byte)i)]), Log.ToString() + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Log.ToString())), StringComparison.OrdinalIgnoreCase);
}
