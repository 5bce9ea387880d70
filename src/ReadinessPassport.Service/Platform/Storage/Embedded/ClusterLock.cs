using System.Diagnostics;

namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>
/// Two file locks per cluster. <c>start.lock</c> is held alone while a process starts or stops the server; <c>users.lock</c> is shared by
/// every process that uses it, so that the last to leave knows it is the last. The kernel lets go of both when a process is killed.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder;
    private FileStream? _using;

    private ClusterLock(string folder) => _folder = folder;

    /// <summary>For the cluster whose locks lie in <paramref name="folder"/>, which exists.</summary>
    public static ClusterLock In(string folder) => new(folder);

    /// <summary>Waits until nobody else starts or stops the cluster.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5005: two minutes were not enough.</exception>
    public async Task<IDisposable> StartingAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryOpen("start.lock", alone: true) is { } held)
                return held;
            if (waited.Elapsed > Patience)
                throw StorageErrors.Busy(_folder);
            await Task.Delay(50, ct);
        }
    }

    /// <summary>Counts this process among the users until it leaves.</summary>
    public void Join() => _using ??= TryOpen("users.lock", alone: false) ?? throw StorageErrors.Busy(_folder);

    /// <summary>Leaves; true when nobody else is left.</summary>
    public bool LeaveAsLast()
    {
        Dispose();
        using var alone = TryOpen("users.lock", alone: true);
        return alone is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _using?.Dispose();
        _using = null;
    }

    private FileStream? TryOpen(string name, bool alone)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            if (alone)
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
