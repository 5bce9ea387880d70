using ReadinessPassport.EncodedRecords;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding;

public class LinkageSetSchemaTests
{
    [Fact]
    public void The_schema_of_every_benchmark_set_loads()
    {
        var sets = Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "linkage-sets"));

        Assert.Equal(8, sets.Length);
        Assert.All(sets, set => EncodingSchemaJson.Parse(File.ReadAllBytes(Path.Combine(set, "schema.json")), set));
    }
}
