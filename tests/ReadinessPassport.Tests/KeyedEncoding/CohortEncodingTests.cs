using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;
using Xunit;

namespace ReadinessPassport.Tests.KeyedEncoding;

public class CohortEncodingTests
{
    private static readonly ProjectKey s_key = ProjectKey.New("K-MA-2027-004");
    private static readonly AgencyIdentity s_identity = AgencyIdentity.New(new("MA.DESE"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Thousands_of_records_come_out_of_their_package_whatever_the_number_of_threads(int threads)
    {
        var bytes = await Package(Enumerable.Range(0, 5000).Select(Child), threads);

        var (manifest, cohort) = CohortPackage.Read(new MemoryStream(bytes), "p", (m, message, signature) => s_identity.Public.Verifies(message, signature));

        Assert.Equal((5000, "MA.DESE", s_identity.Public.Fingerprint), (manifest.Rows, manifest.Agency.Code, manifest.Signer));
        Assert.Equal(cohort.Handles!.Order(), cohort.Handles);
        using var handles = s_identity.Handles();
        Assert.Contains(handles.HandleOf("local-17"), cohort.Handles!);
    }

    [Fact]
    public async Task A_child_who_must_not_be_linked_stays_at_home_and_is_counted_coarsely()
    {
        var hidden = new IdentifyingRecord { SourceRecordId = "hidden", FirstName = "Ana", LeaveOut = ["adoption-sealed"] };

        var bytes = await Package([Child(1), hidden, Child(2)], threads: 1);

        var manifest = CohortPackage.Verify(new MemoryStream(bytes), "p", (_, message, signature) => s_identity.Public.Verifies(message, signature));
        Assert.Equal(2, manifest.Rows);
        Assert.Equal("fewer than 11", manifest.LeftOut["adoption-sealed"]);
    }

    [Fact]
    public async Task A_source_that_breaks_off_is_not_mistaken_for_one_that_ends()
    {
        using var encoding = new CohortEncoding(EncodingSchemas.Find("children-1")!, s_key, null, new(2026, 1, 1), () => new MemoryStream());

        await Assert.ThrowsAsync<IOException>(() => encoding.EncodeAsync(Breaking(), threads: 2, cancel: TestContext.Current.CancellationToken));

        static async IAsyncEnumerable<IdentifyingRecord> Breaking()
        {
            for (var i = 0; i < 3000; i++)
                yield return Child(i);
            await Task.Yield();
            throw new IOException("gone");
        }
    }

    private static async Task<byte[]> Package(IEnumerable<IdentifyingRecord> records, int threads)
    {
        using var handles = s_identity.Handles();
        using var encoding = new CohortEncoding(EncodingSchemas.Find("children-1")!, s_key, handles, new(2026, 1, 1), () => new MemoryStream());
        await encoding.EncodeAsync(records.ToAsyncEnumerable(), threads);
        using var output = new MemoryStream();
        encoding.Finish(output, s_identity, "MA-2027-004", "test", new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        return output.ToArray();
    }

    private static IdentifyingRecord Child(int i) => new() { SourceRecordId = $"local-{i}", FirstName = $"Ana{i % 50}", LastName = $"Lopez{i % 90}", BirthDate = new(2014, 1 + i % 12, 1 + i % 28) };
}
