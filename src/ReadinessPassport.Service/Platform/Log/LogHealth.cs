using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Not ready while the log does not extend its last checkpoint: nothing may be disclosed over a log that was rewritten.</summary>
internal sealed class LogHealth(Checkpoints checkpoints) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(checkpoints.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}
