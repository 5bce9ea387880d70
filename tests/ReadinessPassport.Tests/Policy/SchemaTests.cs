using ReadinessPassport.Policy;
using ReadinessPassport.Reviewer.Commands.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class SchemaTests
{
    public static TheoryData<string> Kinds => [.. PolicySchemas.Of(Policies.Shipped).Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void The_published_schema_is_the_loader_s(string kind)
    {
        var file = Path.Combine(Repository.Root, "docs", "formats", "schemas", kind + ".schema.json");

        Assert.True(File.Exists(file) && File.ReadAllText(file) == SchemaCommand.Text(PolicySchemas.Of(Policies.Shipped)[kind]), $"run: passport-review policy schema policies --out docs/formats/schemas");
    }

    [Fact]
    public void Every_policy_error_has_a_page()
    {
        var codes = typeof(PolicyCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).Concat(["RP6040", "RP6041", "RP6042", "RP6043", "RP6044", "RP6045", "RP6050", "RP6051", "RP6052", "RP6053"]);

        Assert.All(codes, c => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "reference", "errors", c + ".md")), c));
    }
}
