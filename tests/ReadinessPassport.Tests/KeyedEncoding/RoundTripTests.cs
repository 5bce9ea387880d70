using CsCheck;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding;

public class RoundTripTests
{
    private static readonly EncodingSchema s_schema = EncodingSchemas.Find("children-1")!;

    [Fact]
    public void The_shipped_schemas_load_and_keep_their_identity() =>
        Assert.Equal(["children-1", "children-record-1", "names-dob-1"], EncodingSchemas.Names);

    [Fact]
    public void A_record_encodes_to_the_same_bits_under_one_secret_and_to_others_under_another()
    {
        var record = new IdentifyingRecord { SourceRecordId = "7", FirstName = "José", LastName = "García-López", BirthDate = new(2014, 2, 3), Sex = "M" };
        using var one = new LinkageSecret(new byte[32]);
        using var two = new LinkageSecret([.. Enumerable.Repeat((byte)1, 32)]);

        var a = Encode(one, [record]);
        var b = Encode(one, [record]);
        var c = Encode(two, [record]);

        Assert.Equal(a.Fields[0].Filter![0].ToArray(), b.Fields[0].Filter![0].ToArray());
        Assert.NotEqual(a.Fields[0].Filter![0].ToArray(), c.Fields[0].Filter![0].ToArray());
        Assert.Equal(a.Blocks[0][0].ToArray(), b.Blocks[0][0].ToArray());
        Assert.Empty(a.Blocks[0][0].ToArray().Intersect(c.Blocks[0][0].ToArray()));
    }

    [Fact]
    public void What_is_missing_stays_missing()
    {
        var cohort = Encode(LinkageSecret.New(), [new IdentifyingRecord { SourceRecordId = "1", FirstName = "Baby Boy", LastName = "Unknown", BirthDate = new(1900, 1, 1), Sex = "U" }]);

        Assert.All(cohort.Fields, f => Assert.True(f.Filter?.IsMissing(0) ?? true));
        Assert.All(cohort.Fields, f => Assert.Equal(0UL, f.Value?[0] ?? 0));
        Assert.All(cohort.Blocks, b => Assert.True(b[0].IsEmpty));
    }

    [Fact]
    public void A_package_read_again_holds_what_was_written()
    {
        var cohort = Encode(LinkageSecret.New(), [.. Enumerable.Range(0, 300).Select(Child)]);
        var (bytes, manifest) = Package(cohort);
        cohort = RowBlobsInOrder(cohort);

        var (read, again) = CohortPackage.Read(new MemoryStream(bytes), "test.rpc", Accept);

        Assert.Equal(manifest.RecordsSha256, read.RecordsSha256);
        Assert.Equal(cohort.Handles, again.Handles);
        for (var f = 0; f < cohort.Fields.Count; f++)
        {
            Assert.Equal(cohort.Fields[f].Filter?.Words.ToArray(), again.Fields[f].Filter?.Words.ToArray());
            Assert.Equal(cohort.Fields[f].Value, again.Fields[f].Value);
            Assert.Equal(cohort.Fields[f].Initial, again.Fields[f].Initial);
            for (var i = 0; i < cohort.Count; i++)
                Assert.Equal(cohort.Fields[f].Parts?[i].ToArray(), again.Fields[f].Parts?[i].ToArray());
        }
        for (var b = 0; b < cohort.Blocks.Count; b++)
            Assert.All(Enumerable.Range(0, cohort.Count), i => Assert.Equal(cohort.Blocks[b][i].ToArray(), again.Blocks[b][i].ToArray()));
    }

    [Fact]
    public void A_changed_byte_is_never_accepted()
    {
        var (bytes, _) = Package(Encode(LinkageSecret.New(), [.. Enumerable.Range(0, 20).Select(Child)]));
        var signed = CohortPackage.ReadManifest(new MemoryStream(bytes), "test.rpc", Accept).ToBytes();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[1, 255]).Sample((at, change) =>
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= (byte)change;
            try
            {
                CohortPackage.Read(new MemoryStream(changed), "test.rpc", (_, message, signature) => message.SequenceEqual(signed) && signature.IndexOfAnyExcept((byte)7) < 0);
                return false;
            }
            catch (PassportException e)
            {
                return e.Error.Code.StartsWith("RP", StringComparison.Ordinal);
            }
        }, iter: 3000);
    }

    [Fact]
    public void Any_ZIP_tool_opens_a_package()
    {
        var (bytes, manifest) = Package(Encode(LinkageSecret.New(), [.. Enumerable.Range(0, 20).Select(Child)]));

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));

        Assert.Equal(["manifest.json", "manifest.sig", "records.arrow"], zip.Entries.Select(e => e.FullName));
        using var records = zip.Entries[2].Open();
        Assert.Equal(manifest.RecordsSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(records)));
    }

    [Fact]
    public void A_truncated_package_is_refused_wherever_it_ends()
    {
        var (bytes, _) = Package(Encode(LinkageSecret.New(), [.. Enumerable.Range(0, 20).Select(Child)]));

        for (var length = 0; length < bytes.Length; length += 1 + length / 50)
            Assert.StartsWith("RP30", Assert.Throws<PassportException>(() => CohortPackage.Verify(new MemoryStream(bytes, 0, length), "test.rpc", Accept)).Error.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_the_agencys_signature_is_refused()
    {
        var (bytes, _) = Package(Encode(LinkageSecret.New(), [Child(1)]));

        var refused = Assert.Throws<PassportException>(() => CohortPackage.Read(new MemoryStream(bytes), "test.rpc", (_, _, _) => false));

        Assert.Equal("RP3003", refused.Error.Code);
    }

    // Packages put records in the order of their handles.
    private static EncodedCohort RowBlobsInOrder(EncodedCohort cohort)
    {
        var rows = new System.Buffers.ArrayBufferWriter<byte>();
        for (var i = 0; i < cohort.Count; i++)
            RowBlobs.Write(cohort, i, rows);
        return RowBlobs.Read(rows.WrittenSpan.ToArray(), cohort.Schema, plainIds: false, cohort.Source);
    }

    private static bool Accept(CohortManifest manifest, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => true;

    private static IdentifyingRecord Child(int i) => new()
    {
        SourceRecordId = $"local-{i}",
        FirstName = i % 5 == 0 ? null : $"Ana{i}",
        LastName = $"de la Cruz Lopez {i}",
        BirthDate = i % 7 == 0 ? null : new(2014, 1 + i % 12, 1 + i % 28),
        Addresses = [new() { Line = $"{i} Main Street", City = "Lowell", PostalCode = "01850" }],
        Telephone = $"978555{i:D4}",
    };

    private static EncodedCohort Encode(LinkageSecret secret, IReadOnlyList<IdentifyingRecord> records)
    {
        var builder = new EncodedCohortBuilder(s_schema);
        using var encoder = new RecordEncoder(s_schema, secret, "K-TEST-1/1", new(2026, 11, 24));
        foreach (var record in records)
            encoder.Encode(record, builder);
        using var handles = new HandleMaker(new byte[32]);
        return builder.ToCohort("MA.DESE", handles);
    }

    private static (byte[] Bytes, CohortManifest Manifest) Package(EncodedCohort cohort)
    {
        using var output = new MemoryStream();
        var manifest = CohortPackage.Write(output, new MemoryStream(), cohort, new CohortManifest
        {
            Project = "K-TEST-1",
            Epoch = 1,
            Agency = new("MA.DESE"),
            Agreement = "MA-2027-004",
            Schema = cohort.Schema,
            Program = "test",
            KeyCheck = "0011223344556677",
            Canaries = "00",
            Rows = 0,
            RecordsSha256 = "",
            Created = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero),
            Signer = "test",
        }, _ => [.. Enumerable.Repeat((byte)7, 64)]);
        return (output.ToArray(), manifest);
    }
}
