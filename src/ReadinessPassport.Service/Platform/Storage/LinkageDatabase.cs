using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>The database as role rp_linkage sees it: encodings, pieces, pairs, clusters; no fact and no consent. What jobs of a linkage run ask for.</summary>
/// <param name="Source">Where connections come from. Commands on it run each in its own transaction.</param>
internal sealed record LinkageDatabase(NpgsqlDataSource Source) : IAsyncDisposable
{
    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
