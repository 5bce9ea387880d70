using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>The database as role rp_web sees it: facts, consents, agreements, releases; no encoding. What pages and the API ask for.</summary>
/// <param name="Source">Where connections come from. Commands on it run each in its own transaction.</param>
internal sealed record WebDatabase(NpgsqlDataSource Source) : IAsyncDisposable
{
    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
