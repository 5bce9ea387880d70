using Npgsql;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>What the steps of one run share in one process. Its cohorts are opened once and kept while the run lasts.</summary>
internal sealed class LinkageRunContext(string run, string agreement, IReadOnlyList<RunPackage> packages, NpgsqlDataSource source, RunCohorts cohorts)
{
    /// <summary>The run.</summary>
    public string Run { get; } = run;

    /// <summary>The agreement whose packages it links.</summary>
    public string Agreement { get; } = agreement;

    /// <summary>Its packages, in the order in which sources are numbered.</summary>
    public IReadOnlyList<RunPackage> Packages { get; } = packages;

    /// <summary>Connections as rp_linkage.</summary>
    public NpgsqlDataSource Source { get; } = source;

    /// <summary>The encoded records.</summary>
    public RunCohorts Cohorts { get; } = cohorts;
}
