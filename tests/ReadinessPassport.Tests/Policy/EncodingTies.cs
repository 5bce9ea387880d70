using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class EncodingTies
{
    private static readonly Dictionary<string, string> s_fieldOf = new(StringComparer.Ordinal)
    {
        ["FirstName"] = "given-name", ["OtherFirstNames"] = "given-name", ["MiddleName"] = "middle-name", ["LastName"] = "family-name", ["OtherLastNames"] = "family-name",
        ["BirthDate"] = "birth-date", ["Sex"] = "sex", ["Street"] = "address", ["City"] = "town", ["PostalCode"] = "postal-code", ["BirthCity"] = "birth-town",
        ["Guardian"] = "guardian-name", ["Telephone"] = "phone", ["BirthOrder"] = "birth-order",
    };

    public static TheoryData<string> Agreements => [.. Policies.Shipped.Agreements.Where(a => a.Linkage is not null).Select(a => a.Id)];

    [Theory, MemberData(nameof(Agreements))]
    public void An_agreement_names_its_encoding_schema_by_the_schema_s_own_identity(string id)
    {
        var linkage = Policies.Shipped.Find(id)!.Linkage!;
        var schema = EncodingSchemas.Find(linkage.Schema);

        Assert.NotNull(schema);
        var identity = EncodingSchemaJson.Digest(schema);
        Assert.True(identity == linkage.SchemaSha256, $"{id} names {linkage.SchemaSha256}; the identity of {linkage.Schema} is {identity}");
    }

    [Theory, MemberData(nameof(Agreements))]
    public void An_agreement_names_every_field_its_schema_encodes(string id)
    {
        var linkage = Policies.Shipped.Find(id)!.Linkage!;
        foreach (var from in EncodingSchemas.Find(linkage.Schema)!.Fields.SelectMany(f => f.From))
            Assert.Contains(from.StartsWith("Identifier:", StringComparison.Ordinal) ? "shared-id" : s_fieldOf[from], linkage.Fields);
    }
}
