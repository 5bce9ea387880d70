using ReadinessPassport.Service.LinkageRuns;
using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.Jobs;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Platform.Web;
using ReadinessPassport.Service.Uploads;
using ReadinessPassport.WebComponents;

namespace ReadinessPassport.Service;

/// <summary>One running process of the hub: the platform, and on it the slices that its role asks for, a line each.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HubStorage _storage;

    private Hub(WebApplication app, HubStorage storage)
    {
        _app = app;
        _storage = storage;
    }

    /// <summary>What slices register on every role.</summary>
    private static void AddSlices(IServiceCollection services, HubOptions options, IConfiguration configuration)
    {
        services.AddLinkageRuns(options, configuration);
        if (options.ServesWeb)
            services.AddUploads();
    }

    /// <summary>What slices answer on role web.</summary>
    private static void MapSlices(WebApplication app)
    {
        app.MapLinkageRuns();
        app.MapUploads();
    }

    /// <summary>Where the hub listens, with the port the system chose when 0 was asked for. Empty for a linkage unit.</summary>
    public IReadOnlyCollection<string> Urls => [.. _app.Urls];

    /// <summary>The services of this process, for commands and tests.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Opens the database, migrates it when this process may, builds and starts. Everything that can be wrong with the configuration is said here, not on first use.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="configure">A test's configuration and services.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="Vocabulary.PassportException">What <see cref="HubStorage.OpenAsync"/> and <see cref="Migrator"/> throw; RP5012 when the address is taken.</exception>
    public static async Task<Hub> StartAsync(HubOptions options, Action<WebApplicationBuilder>? configure = null, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Hub).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.ServesWeb ? options.Urls.Split(';') : ["http://127.0.0.1:0"]);
        builder.AddHubLogging();
        configure?.Invoke(builder);
        var storage = await HubStorage.OpenAsync(builder.Configuration, options.Data, ct);
        WebApplication? app = null;
        try
        {
            await MigrateOrCheckAsync(options, storage.Addresses, ct);
            builder.Services.AddSingleton(options);
            builder.Services.AddHubDatabases(options, storage.Addresses);
            builder.Services.AddHubJobs(options, storage.Addresses);
            builder.Services.AddHubWeb(options, builder.Configuration);
            builder.Services.AddHubSignIn(options, builder.Configuration);
            if (options.ServesWeb)
                builder.Services.AddHubLog();
            AddSlices(builder.Services, options, builder.Configuration);
            app = builder.Build();
            app.UseHubWeb();
            app.MapHubHealth();
            if (options.ServesWeb)
            {
                app.MapWebAssets().AllowAnybody();
                app.MapHubSignIn();
                app.MapHubLog();
                MapSlices(app);
            }
            await app.StartAsync(ct);
            return new(app, storage);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await StopAsync(app, storage);
            throw new Vocabulary.PassportException("RP5012", Vocabulary.ExitCode.Unreachable, $"{options.Urls}: another program listens there.", "Stop it, or choose another address with --urls.", e);
        }
        catch
        {
            await StopAsync(app, storage);
            throw;
        }
    }

    /// <summary>Returns when the process is told to stop, after requests and jobs in progress have ended or been handed back.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await StopAsync(_app, _storage);
    }

    private static async Task StopAsync(WebApplication? app, HubStorage storage)
    {
        if (app is not null)
            await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private static async Task MigrateOrCheckAsync(HubOptions options, DatabaseAddresses addresses, CancellationToken ct)
    {
        if (addresses.Owner is not null)
            await Migrator.MigrateAsync(addresses, ct);
        else if (options.ServesWeb)
            await Migrator.CheckAsync(addresses.Web ?? throw StorageErrors.NoAddress("Web"), ct);
        else
            await Migrator.CheckAsync(addresses.Linkage ?? throw StorageErrors.NoAddress("Linkage"), ct);
    }
}
