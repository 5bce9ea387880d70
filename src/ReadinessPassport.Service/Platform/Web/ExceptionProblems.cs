using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>Answers what a handler threw. Foreseen errors keep their code; the rest is logged by type and place, never with its message, which may quote what somebody sent.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            PassportException foreseen => HubProblems.Of(foreseen.Error),
            BadHttpRequestException bad => HubProblems.OfStatus(bad.StatusCode),
            NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException } => HubProblems.OfStatus(503),
            _ => HubProblems.OfStatus(500),
        };
        if (problem.StatusCode >= 500)
            log.LogError("{Type} at {Place}", exception.GetType().FullName, Place(exception));
        httpContext.Response.StatusCode = problem.StatusCode;
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static string Place(Exception exception)
    {
        var places = new List<string>();
        for (var e = exception; e is not null && places.Count < 4; e = e.InnerException)
            places.Add($"{e.GetType().Name}{(e is PostgresException p ? $"({p.SqlState})" : "")}: {e.StackTrace?.ReplaceLineEndings(" ")}");
        return string.Join(" <- ", places);
    }
}
