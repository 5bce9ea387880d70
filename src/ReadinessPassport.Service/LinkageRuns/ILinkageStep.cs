using Npgsql;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>
/// One coarse step of a run, such as blocking. It says into how many pieces its work falls, from the data alone, and does one piece at a time in any process.
/// A piece may be done twice: the same input gives the same bytes, and its output replaces what was there.
/// </summary>
internal interface ILinkageStep
{
    /// <summary>The step's name on pages and in reports.</summary>
    string Name { get; }

    /// <summary>How many pieces the step has in this run; 0 when there is nothing to do. Called once, before any piece.</summary>
    Task<int> PlanAsync(LinkageRunContext run, CancellationToken ct);

    /// <summary>Does one piece inside the transaction that marks it done, so that a killed process leaves neither half an output nor a false mark.</summary>
    Task DoAsync(LinkageRunContext run, int piece, NpgsqlConnection connection, CancellationToken ct);
}
