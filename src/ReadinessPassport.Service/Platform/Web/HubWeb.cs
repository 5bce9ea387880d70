using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.OpenApi;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>What every answer of the hub has in common: problems, headers, health, OpenAPI, pages rendered on the server.</summary>
internal static class HubWeb
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHubWeb(this IServiceCollection services, HubOptions options, IConfiguration configuration)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddOpenApi("v1", o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "rp-form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddDataProtection().SetApplicationName("readiness-passport")
            .PersistKeysToFileSystem(new DirectoryInfo(PrivateFile.Folder(Path.Combine(PrivateFile.Folder(Path.Combine(options.Data, "keys")), "pages"))));
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
        services.AddSingleton(TimeProvider.System);
        HubLimits.Add(services, configuration);
        HubTelemetry.Add(services, configuration);
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 1 << 20; // an endpoint that takes more says so
        });
        return services;
    }

    /// <summary>Puts the middleware in its order.</summary>
    public static void UseHubWeb(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context =>
            HubProblems.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Health for every role, and for role web the description of the API.</summary>
    public static void MapHubHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnybody();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnybody();
        app.MapOpenApi().AllowAnybody();
    }
}
