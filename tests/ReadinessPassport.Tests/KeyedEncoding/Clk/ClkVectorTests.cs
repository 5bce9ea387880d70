using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.KeyedEncoding.Clk;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding.Clk;

/// <summary>Known answers made by running clkhash 0.18.3.</summary>
public class ClkVectorTests
{
    [Theory]
    [InlineData("o1-published-good-schema-v3", 60)]
    [InlineData("o2-published-febrl-v3-final", 80)]
    [InlineData("o3-published-randomnames-v3", 50)]
    [InlineData("o4-own-blake-ngram-matrix", 70)]
    [InlineData("o5-own-numeric-exact-missing", 60)]
    [InlineData("o6-own-xor-fold-once", 50)]
    [InlineData("o7-own-doublehash-nonsingular", 60)]
    public void Every_row_of_a_vector_file_encodes_to_the_same_bits(string name, int rows)
    {
        var vector = Vectors($"{name}.json");
        using var encoder = new ClkEncoder(ClkSchemaReader.Read(Encoding.UTF8.GetBytes(vector["schema"]!.ToJsonString())), Encoding.UTF8.GetBytes((string)vector["secret"]!["value"]!));

        var encoded = vector["rows"]!.AsArray().Select((row, i) => encoder.Encode([.. row!.AsArray().Select(f => (string)f!)], i + 1)).ToList();

        Assert.Equal(rows, encoded.Count);
        Assert.Equal(vector["clks"]!.AsArray().Select(c => (string)c!), encoded);
    }

    [Fact]
    public void Every_blake_index_is_clkhashs()
    {
        var cases = Vectors("intermediates.json")["blake"]!.AsArray();

        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.Equal(c!["indices"]!.AsArray().Select(i => (int)i!),
            ClkIndexes.Blake(Convert.FromHexString((string)c["keyHex"]!), Encoding.UTF8.GetBytes((string)c["token"]!), (int)c["k"]!, (int)c["l"]!)));
    }

    private static JsonNode Vectors(string file)
    {
        if (Repository.SharedData is not { } shared)
        {
            Assert.Skip(Repository.NoSharedData);
            throw new InvalidOperationException();
        }
        return JsonNode.Parse(File.ReadAllBytes(Path.Combine(shared, "vectors", "clkhash", file)))!;
    }
}
