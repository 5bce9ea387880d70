using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using ReadinessPassport.Tests.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Transparency;

public class EntryTests
{
    private const string Good = """{"actor":{"agency":"MA.DCF","role":"caseworker"},"at":"2027-03-02T15:14:07.031Z","entry":"E-9QK2-7TB4-01XC","kind":"disclosure","payload":"sha256:4be1000000000000000000000000000000000000000000000000000000000000","refs":{"decision":"D-7F3K-22Q9"},"subject":"hmac:52c0000000000000000000000000000000000000000000000000000000000000","v":1}""";

    [Fact]
    public void The_example_of_the_format_reads()
    {
        var entry = LoggedEntry.Parse(Encoding.UTF8.GetBytes(Good));

        Assert.Equal(("disclosure", "E-9QK2-7TB4-01XC", "MA.DCF", "caseworker", "D-7F3K-22Q9"), (entry.Kind, entry.Id, entry.Agency, entry.Role, entry.Refs["decision"]));
        Assert.Equal(new DateTimeOffset(2027, 3, 2, 15, 14, 7, 31, TimeSpan.Zero), entry.At);
        Assert.StartsWith("4be1", entry.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disclosure", "gossip")]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"v\":1", "\"v\":1,\"w\":1")]
    [InlineData(":07.031Z", ":07.0310Z")]
    [InlineData(":07.031Z", ":07.031+00:00")]
    [InlineData("sha256:4be1", "sha256:4BE1")]
    [InlineData("hmac:52c0", "hmac:52c")]
    [InlineData("\"role\":\"caseworker\"", "\"name\":\"x\",\"role\":\"caseworker\"")]
    [InlineData("\"D-7F3K-22Q9\"", "7")]
    [InlineData("\"D-7F3K-22Q9\"", "{\"deep\":1}")]
    [InlineData("{\"actor\"", "{ \"actor\"")]
    [InlineData("\"E-9QK2-7TB4-01XC\"", "\"X\"")]
    [InlineData("\"kind\"", "\"kind\":\"disclosure\",\"kind\"")]
    public void What_format_1_does_not_have_is_refused(string there, string instead) =>
        Assert.Throws<InvalidDataException>(() => LoggedEntry.Parse(Encoding.UTF8.GetBytes(Good.Replace(there, instead, StringComparison.Ordinal))));

    [Fact]
    public void A_leaf_of_more_than_4_KiB_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LoggedEntry.Parse(new byte[4097]));

    [Fact]
    public void Whatever_bytes_come_only_one_kind_of_failure_leaves() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte.Array[1, 8]).Sample((at, patch) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Good);
            patch.AsSpan(0, Math.Min(patch.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
            try
            {
                LoggedEntry.Parse(bytes);
            }
            catch (InvalidDataException)
            {
                // the one kind
            }
        }, iter: 20_000);

    [Fact]
    public void With_the_salt_all_of_a_persons_entries_are_found_and_without_it_none_link()
    {
        var (salt, other) = (Enumerable.Repeat((byte)7, 32).ToArray(), Enumerable.Repeat((byte)8, 32).ToArray());
        var ids = Enumerable.Range(0, 200).Select(_ => ReferenceCode.New("E", 3)).ToList();
        var references = ids.Select((id, i) => (id, reference: SubjectReference.Of(i % 2 == 0 ? salt : other, id))).ToList();

        Assert.Equal(100, references.Count(r => r.reference == SubjectReference.Of(salt, r.id)));
        Assert.Equal(200, references.Select(r => r.reference).Distinct().Count());
    }

    [Fact]
    public void Two_payloads_that_say_the_same_have_different_hashes()
    {
        var content = new JsonObject { ["result"] = "permit" };

        Assert.NotEqual(Payload.Digest(Payload.Salted(content)), Payload.Digest(Payload.Salted(content)));
        Assert.False(content.ContainsKey("salt"));
    }

    [Fact]
    public void What_the_tests_append_is_of_the_format() => Assert.All(SmallLog.Example(3).Entries, e => LoggedEntry.Parse(e));
}
