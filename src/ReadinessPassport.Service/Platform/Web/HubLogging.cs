namespace ReadinessPassport.Service.Platform.Web;

/// <summary>Structured logs on the console, without personal data: frameworks that would print addresses, parameters or messages with values are kept to warnings.</summary>
internal static class HubLogging
{
    /// <summary>JSON lines, one a record, unless somebody watches a terminal.</summary>
    public static void AddHubLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (Console.IsErrorRedirected)
            builder.Logging.AddJsonConsole(o => { o.UseUtcTimestamp = true; o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"; });
        else
            builder.Logging.AddSimpleConsole(o => { o.SingleLine = true; o.TimestampFormat = "HH:mm:ss "; });
        // Data goes to standard output; a log is not data.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        foreach (var category in new[] { "Microsoft", "System", "OpenIddict", "Hangfire", "Npgsql" })
            builder.Logging.AddFilter(category, LogLevel.Warning);
        // Its one line quotes the exception's message; ExceptionProblems logs the same without it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // Says that the form keys lie unsealed on disk; they do, in a folder only the hub's account may enter.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("ReadinessPassport", LogLevel.Information);
    }
}
