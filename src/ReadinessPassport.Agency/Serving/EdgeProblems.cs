using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Agency.Caseworkers;
using ReadinessPassport.Agency.Pages;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Serving;

/// <summary>Turns what went wrong into a page that says what happened, what it means and what to do next. An expired sign-in leads to a new one.</summary>
internal sealed class EdgeProblems(RequestDelegate next, ILogger<EdgeProblems> log)
{
    /// <summary>Runs the rest and answers its failures.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (PassportException e) when (e.Error.Exit == ExitCode.SignIn && !context.Response.HasStarted)
        {
            await context.SignOutAsync();
            context.Response.Redirect("/");
        }
        catch (PassportException e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            var status = e.Error.Exit switch { ExitCode.Refused => 403, ExitCode.Unreachable => 503, ExitCode.BadInput => 400, _ => 502 };
            await Page(context, e.Error.Exit == ExitCode.Unreachable ? "The hub cannot be reached" : "That did not work", e.Error.Message, e.Error.Next, e.Error.Code, status);
        }
#pragma warning disable CA1031 // The outermost handler of the web app.
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // The type only: a message may quote what somebody typed.
            EdgeLog.Unforeseen(log, e.GetType().Name);
            context.Response.Clear();
            await Page(context, "Something failed", "Nobody foresaw this. Nothing half-written is left behind.", "Try again; if it continues, tell your data steward the time.", "RP2600", 500);
        }
    }

    private static Task Page(HttpContext context, string title, string message, string? advice, string code, int status) =>
        new RazorComponentResult<ProblemPage>(new Dictionary<string, object?> { ["Model"] = CaseworkerPages.Model(context), ["Title"] = title, ["Message"] = message, ["Next"] = advice, ["Code"] = code }) { StatusCode = status }.ExecuteAsync(context);
}
