using System.Text.Json.Nodes;
using Npgsql;

namespace ReadinessPassport.Service.Uploads;

/// <summary>A delivery that passed every check, ready to be taken over.</summary>
/// <param name="Rows">Records or lines.</param>
/// <param name="Details">What the log's payload says of it: digests and counts.</param>
internal abstract record VerifiedDelivery(int Rows, JsonObject Details)
{
    /// <summary>Takes it over, all or nothing: the transaction is the caller's.</summary>
    public abstract Task StoreAsync(NpgsqlTransaction transaction, CancellationToken ct);
}
