using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.Jobs;

/// <summary>
/// Background work. A job is a public method of a class the container can make, asked for by
/// <c>IBackgroundJobClient.Enqueue&lt;T&gt;(Queues.Web, job =&gt; job.RunAsync(id, CancellationToken.None))</c>. It runs at least once: it first asks whether its
/// work is done. Its arguments are ids, never data, because they are stored in clear.
/// </summary>
internal static class HubJobs
{
    /// <summary>How long after a process was killed another takes its job over.</summary>
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(20);

    /// <summary>Registers the queue's storage, its client, and a server for the queues of this process's role.</summary>
    public static IServiceCollection AddHubJobs(this IServiceCollection services, HubOptions options, DatabaseAddresses addresses)
    {
        var address = (options.ServesWeb ? addresses.Web : addresses.Linkage)!;
        // Made here and not by UsePostgreSqlStorage, which keeps one storage for the whole process, and so with the activator: tests run several
        // hubs in one process, and a job must find its own hub's services.
        services.AddSingleton<JobActivator>(s => new AspNetCoreJobActivator(s.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<JobStorage>(_ => new PostgreSqlStorage(new NpgsqlConnectionFactory(address, StorageOptions), StorageOptions));
        services.AddHangfire(configuration => configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            server.Queues = [.. Served(options)];
            server.WorkerCount = Math.Clamp(Environment.ProcessorCount, 2, 8);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.HeartbeatInterval = TimeSpan.FromSeconds(5);
            server.ServerTimeout = TimeSpan.FromSeconds(20);
            server.ServerCheckInterval = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        return services;
    }

    private static PostgreSqlStorageOptions StorageOptions { get; } = new()
    {
        SchemaName = JobTables.Schema,
        PrepareSchemaIfNecessary = false,          // the migrating role has
        QueuePollInterval = TimeSpan.FromSeconds(1),
        UseSlidingInvisibilityTimeout = true,      // without it a long job is started again while it runs
        InvisibilityTimeout = TakeOver,
        DistributedLockTimeout = TimeSpan.FromSeconds(15), // a killed worker leaves its lock for this long
    };

    private static IEnumerable<string> Served(HubOptions options)
    {
        if (options.ServesWeb)
            yield return Queues.Web;
        if (options.Links)
            yield return Queues.Linkage;
    }
}
