using Npgsql;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>The encoded records of a run, read from the letterbox when first asked for and kept while the run lasts.</summary>
internal sealed class RunCohorts(NpgsqlDataSource source, IReadOnlyList<RunPackage> packages)
{
    private readonly Lazy<Task<IReadOnlyList<EncodedCohort>>> _cohorts = new(() => ReadAsync(source, packages));

    /// <summary>One cohort per package, without the records that were withdrawn before the run began.</summary>
    public Task<IReadOnlyList<EncodedCohort>> OpenAsync() => _cohorts.Value;

    private static async Task<IReadOnlyList<EncodedCohort>> ReadAsync(NpgsqlDataSource source, IReadOnlyList<RunPackage> packages)
    {
        var cohorts = new List<EncodedCohort>();
        foreach (var package in packages)
            cohorts.Add(await InboxPackage.ReadAsync(source, package, CancellationToken.None));
        return cohorts;
    }
}
