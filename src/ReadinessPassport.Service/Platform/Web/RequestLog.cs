using System.Diagnostics;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>One line a request: method, the route's pattern (never the path, the query or a header: they hold ids), status, time, agency.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms {Agency}",
                    HttpMethods.GetCanonicalizedValue(context.Request.Method) is { Length: < 8 } method && method.All(char.IsAsciiLetterUpper) ? method : "?",
                    (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)",
                    context.Response.StatusCode,
                    (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                    context.User.FindFirst("agency")?.Value ?? "-");
            }
        }
    }
}
