using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>Ready when the database answers in the role of this process.</summary>
internal sealed class DatabaseHealth(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var source in new[] { services.GetService<WebDatabase>()?.Source, services.GetService<LinkageDatabase>()?.Source }.OfType<NpgsqlDataSource>())
            {
                await using var command = source.CreateCommand("select 1");
                command.CommandTimeout = 5;
                await command.ExecuteScalarAsync(cancellationToken);
            }
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
