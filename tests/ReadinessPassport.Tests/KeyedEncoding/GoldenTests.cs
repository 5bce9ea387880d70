using System.Globalization;
using System.Security.Cryptography;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding;

/// <summary>The same record, schema, secret and epoch give the same bytes on every platform and in every later version. A digest that changes here is a new version of the schema or the normaliser.</summary>
public class GoldenTests
{
    [Theory]
    [InlineData("children-1", "3c2d384d00cd494641f8906daa9b7fda", "a3321cd2acba72ddf827be86af203f78")]
    [InlineData("children-record-1", "90bbfb506c8fa5bc5b44be6ef9ebc272", "0b454f6d1dee2b368d528d213bb41a49")]
    [InlineData("names-dob-1", "50e10b04e2305a9611b7776eb258738f", "fe97a2b3a9af371ec44327391c796749")]
    public void A_shipped_schema_and_its_encodings_never_change(string name, string schemaDigest, string canaryDigest)
    {
        var schema = EncodingSchemas.Find(name)!;
        using var encoder = Encoder(schema);

        Assert.Equal((schemaDigest, canaryDigest), (EncodingSchemaJson.Digest(schema)[..32], Canaries.DigestOf(encoder)[..32]));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        using var encoder = Encoder(EncodingSchemas.Find("children-1")!);
        var before = CultureInfo.CurrentCulture;
        var expected = Canaries.DigestOf(encoder);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var there = Encoder(EncodingSchemas.Find("children-1")!);
            Assert.Equal(expected, Canaries.DigestOf(there));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_package_of_the_same_records_is_the_same_file()
    {
        var schema = EncodingSchemas.Find("children-1")!;
        using var encoder = Encoder(schema);
        var builder = new EncodedCohortBuilder(schema);
        foreach (var person in Canaries.All)
            encoder.Encode(person, builder);
        using var handles = new HandleMaker(new byte[32]);
        using var key = new ProjectKey("K-GOLDEN-1", 1, new LinkageSecret(new byte[32]));
        using var output = new MemoryStream();

        CohortPackage.Write(output, new MemoryStream(), builder.ToCohort("MA.DESE", handles), new()
        {
            Project = key.Project,
            Epoch = key.Epoch,
            Agency = new("MA.DESE"),
            Agreement = "MA-2027-004",
            Schema = schema,
            Program = "golden",
            KeyCheck = key.CheckValue(schema),
            Canaries = Canaries.DigestOf(encoder),
            Rows = 0,
            RecordsSha256 = "",
            Created = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero),
            Signer = "golden",
        }, _ => new byte[64]);

        Assert.Equal("af82523c0a4201284147d60945c77c42", Convert.ToHexStringLower(SHA256.HashData(output.ToArray()))[..32]);
    }

    private static RecordEncoder Encoder(EncodingSchema schema) => new(schema, new LinkageSecret(new byte[32]), "K-GOLDEN-1/1", new(2026, 1, 1));
}
