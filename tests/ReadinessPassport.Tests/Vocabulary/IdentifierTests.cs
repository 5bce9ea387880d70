using CsCheck;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Vocabulary;

public class IdentifierTests
{
    [Theory]
    [InlineData("MA.DESE", true)]
    [InlineData("UNIV.NECRES", true)]
    [InlineData("ma.dese", false)]
    [InlineData("MADESE", false)]
    [InlineData("MA.", false)]
    [InlineData("MA.DESE\n", false)]
    [InlineData("МА.DESE", false)] // Cyrillic М and А
    [InlineData(null, false)]
    public void An_agency_code_has_one_form(string? code, bool wellFormed) => Assert.Equal(wellFormed, DataOwnerId.IsWellFormed(code));

    [Fact]
    public void A_handle_written_as_text_is_the_same_handle_when_read() =>
        Gen.Byte.Array[16].Sample(bytes =>
        {
            var handle = new RecordHandle(bytes);
            var again = new byte[16];
            handle.CopyTo(again);
            return RecordHandle.TryParse(handle.ToString(), out var read) && read == handle && again.AsSpan().SequenceEqual(bytes);
        });

    [Theory]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddee")]
    [InlineData("00112233445566778899aabbccddeefg")]
    public void What_is_no_handle_is_not_read(string text) => Assert.False(RecordHandle.TryParse(text, out _));

    [Fact]
    public void Handles_are_ordered_as_their_text_is() =>
        Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[16]).Sample((a, b) =>
            Math.Sign(new RecordHandle(a).CompareTo(new RecordHandle(b))) == Math.Sign(string.CompareOrdinal(new RecordHandle(a).ToString(), new RecordHandle(b).ToString())));

    [Fact]
    public void A_reference_is_groups_of_four_that_nobody_misreads() => Assert.Matches("^D-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", ReferenceCode.New("D"));
}
