using Npgsql;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>Gives a process the databases of its role and no others.</summary>
internal static class HubDatabases
{
    /// <summary>Registers <see cref="WebDatabase"/> where pages are served and <see cref="LinkageDatabase"/> where records are linked.</summary>
    /// <exception cref="Vocabulary.PassportException">RP5007: the role's address was not given.</exception>
    public static IServiceCollection AddHubDatabases(this IServiceCollection services, HubOptions options, DatabaseAddresses addresses)
    {
        if (options.ServesWeb)
        {
            var address = addresses.Web ?? throw StorageErrors.NoAddress("Web");
            services.AddSingleton(s => new WebDatabase(Source(address, "web", s)));
        }
        if (options.Links)
        {
            var address = addresses.Linkage ?? throw StorageErrors.NoAddress("Linkage");
            services.AddSingleton(s => new LinkageDatabase(Source(address, "linkage", s)));
        }
        return services;
    }

    private static NpgsqlDataSource Source(string address, string name, IServiceProvider services)
    {
        var builder = new NpgsqlDataSourceBuilder(address) { Name = name };
        // Parameters may be what somebody typed; Npgsql logs none unless told to, and error details stay off.
        builder.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).EnableParameterLogging(false);
        return builder.Build();
    }
}
