using Npgsql;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Keeps the newest checkpoint fresh while the hub runs; several web processes may do so at once and make the same ones.</summary>
internal sealed class CheckpointMaker(Checkpoints checkpoints, ILogger<CheckpointMaker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await checkpoints.MakeWhenDueAsync(stoppingToken);
            }
            catch (PassportException e)
            {
                log.LogCritical("{Code} {Message}", e.Error.Code, e.Error.Message);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("No checkpoint: the database does not answer ({Type})", e.GetType().Name);
            }
        }
    }
}
