using System.Collections.Concurrent;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>The runs this process is working on, each opened once.</summary>
internal sealed class RunContexts(LinkageDatabase database, RunStore runs)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<LinkageRunContext>>> _open = new(StringComparer.Ordinal);

    /// <summary>The run's context, opened when this process meets the run for the first time.</summary>
    public async Task<LinkageRunContext> ForAsync(string run, CancellationToken ct)
    {
        var opening = _open.GetOrAdd(run, r => new(() => OpenAsync(r, ct)));
        try
        {
            return await opening.Value;
        }
        catch
        {
            _open.TryRemove(KeyValuePair.Create(run, opening)); // a failed opening must not be remembered
            throw;
        }
    }

    /// <summary>Lets a run's records go.</summary>
    public void Forget(string run) => _open.TryRemove(run, out _);

    private async Task<LinkageRunContext> OpenAsync(string run, CancellationToken ct)
    {
        var packages = await runs.PackagesAsync(run, ct);
        return new(run, packages is [var first, ..] ? first.Agreement : "", packages, database.Source, new RunCohorts(database.Source, packages));
    }
}
