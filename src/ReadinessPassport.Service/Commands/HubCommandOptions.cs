using System.CommandLine;
using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Commands;

/// <summary>The options that say which hub a command works on, alike for every command: <c>--data DIR</c>.</summary>
internal static class HubCommandOptions
{
    /// <summary>A new <c>--data</c> option; each command needs its own.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "the hub's data folder: embedded database, hub keys, uploads in progress",
        HelpName = "DIR",
        DefaultValueFactory = _ => HubOptions.DefaultData,
    };

    /// <summary>Configuration for commands other than <c>serve</c>: appsettings.json beside the program and here, then the environment.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Opens and migrates the database a command works on; dispose it at the end. Starts the embedded cluster when no hub is running.</summary>
    public static async Task<HubStorage> OpenAsync(string data, CancellationToken ct)
    {
        var storage = await HubStorage.OpenAsync(Configuration(), Path.GetFullPath(data), ct);
        try
        {
            await Migrator.MigrateAsync(storage.Addresses, ct);
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }
}
