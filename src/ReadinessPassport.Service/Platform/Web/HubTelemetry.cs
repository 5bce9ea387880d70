using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>
/// Metrics and traces by OpenTelemetry, sent where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says and nowhere when it says nothing. Spans carry routes
/// and SQL texts, which are constants; parameters, bodies and headers are never part of them.
/// </summary>
internal static class HubTelemetry
{
    /// <summary>Counts and times of the hub's own.</summary>
    public const string MeterName = "ReadinessPassport.Hub";

    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddAttributes([new("service.name", configuration["OTEL_SERVICE_NAME"] ?? "passport-hub")]))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter(MeterName, "Npgsql", "System.Runtime"))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.EnrichWithHttpRequest = (span, request) =>
            {
                // The path holds references; the route's pattern says as much.
                span.SetTag("url.path", (request.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)");
                span.SetTag("url.query", null);
                span.SetTag("user_agent.original", null);
                span.SetTag("client.address", null);
            }).AddNpgsql())
            .UseOtlpExporter();
    }
}
