using Npgsql;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>A package as it lies in the letterbox.</summary>
internal static class InboxPackage
{
    public static Task<EncodedCohort> ReadAsync(NpgsqlDataSource source, RunPackage package, CancellationToken ct) => throw new InvalidDataException(package.Upload + source + ct);
}
