using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Vocabulary;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : 2, "a" : [ 1 , true, null ] }""", """{"a":[1,true,null],"b":2}""")]
    [InlineData("""{"1":{"f":{"f":"hi","F":5},"\n":56},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}""",
                """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""")] // RFC 8785 test data "weird"/"structures"
    [InlineData("""{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
                """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")] // RFC 8785 test data "french"
    public void Members_are_ordered_and_blanks_are_gone(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Serialize(JsonNode.Parse(json))));

    [Fact]
    public void Members_are_ordered_by_utf16_units_as_rfc_8785_section_3_2_3_shows()
    {
        var node = new JsonObject { ["\u20ac"] = "Euro Sign", ["\r"] = "Carriage Return", ["\ufb33"] = "Hebrew Letter Dalet With Dagesh", ["1"] = "One", ["\ud83d\ude00"] = "Emoji: Grinning Face", ["\u0080"] = "Control", ["\u00f6"] = "Latin Small Letter O With Diaeresis" };

        var names = JsonNode.Parse(CanonicalJson.Serialize(node))!.AsObject().Select(m => m.Key);

        Assert.Equal(["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"], names);
    }

    [Fact]
    public void Strings_take_the_shortest_escapes() =>
        Assert.Equal("\"\\\"\\\\\\b\\f\\n\\r\\t\\u001f/<>&'\u2028\u00e9\"", Encoding.UTF8.GetString(CanonicalJson.Serialize(JsonValue.Create("\"\\\b\f\n\r\t\u001f/<>&'\u2028\u00e9"))));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    public void A_number_that_is_no_safe_integer_is_refused(string json) =>
        Assert.Throws<ArgumentException>(() => CanonicalJson.Serialize(JsonNode.Parse(json)));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Throws<ArgumentException>(() => CanonicalJson.Serialize(new JsonObject { ["a"] = "\ud800" }));

    [Fact]
    public void The_order_in_which_members_were_written_changes_nothing() =>
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 0, 6], Gen.Int)[0, 12].Sample(members =>
        {
            var forth = new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
            var back = new JsonObject(members.Reverse().Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
            Assert.Equal(CanonicalJson.Digest(forth), CanonicalJson.Digest(back));
        });
}
