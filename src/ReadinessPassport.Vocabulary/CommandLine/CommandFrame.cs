using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>
/// The one place in each program that runs a command, prints what became of it and chooses the exit code. Data goes to standard output, everything
/// else to standard error; with <c>--json</c> standard output carries exactly one document, also when the command failed.
/// </summary>
public static class CommandFrame
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs <paramref name="action"/> and reports on the console of this process.</summary>
    /// <param name="command">The command as the JSON schema names it: <c>encode</c> gives <c>passport.encode/1</c>.</param>
    /// <param name="options">How to speak.</param>
    /// <param name="action">The command itself. It throws <see cref="PassportException"/> for every failure somebody can do something about.</param>
    /// <param name="cancel">Fires when the person interrupts; the command then ends with <see cref="ExitCode.Interrupted"/>.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string command, OutputOptions options, Func<CommandContext, Task<CommandResult>> action, CancellationToken cancel = default) =>
        RunAsync(command, new CommandContext(options, Console.Out, Console.Error, !Console.IsErrorRedirected, cancel), action);

    /// <summary>Runs <paramref name="action"/> in a context somebody else made: tests, or a program that keeps the output.</summary>
    public static async Task<int> RunAsync(string command, CommandContext context, Func<CommandContext, Task<CommandResult>> action)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            var result = await action(context).ConfigureAwait(false);
            if (context.Options.Json)
                WriteDocument(context.Out, command, result.Exit is ExitCode.Done or ExitCode.Findings, result.Exit, result.Body);
            else
                result.Text?.Invoke(context.Out);
            return (int)result.Exit;
        }
        catch (OperationCanceledException) when (context.Cancel.IsCancellationRequested)
        {
            return Fail(command, context, CommandErrors.Interrupted());
        }
        catch (PassportException e)
        {
            if (context.Options.Verbosity >= 2 && e.InnerException is { } inner)
                WriteTrace(context.Error, inner);
            return Fail(command, context, e.Error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (context.Options.Verbosity >= 2)
                WriteTrace(context.Error, e);
            return Fail(command, context, CommandErrors.Files(e));
        }
#pragma warning disable CA1031 // The outermost handler: what nobody foresaw must still end in a code, and never in a dump of somebody's data.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (context.Options.Verbosity >= 2)
                WriteTrace(context.Error, e);
            return Fail(command, context, CommandErrors.Unexpected(e));
        }
    }

    /// <summary>Prints a failure as two lines on standard error and, with <c>--json</c>, as the document.</summary>
    /// <returns>The exit code of <paramref name="error"/>.</returns>
    public static int Fail(string command, CommandContext context, PassportError error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        context.EndLine();
        context.Error.WriteLine(error.ToString());
        if (context.Options.Json)
        {
            WriteDocument(context.Out, command, false, error.Exit, new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["next"] = error.Next },
            });
        }
        return (int)error.Exit;
    }

    private static void WriteDocument(TextWriter output, string command, bool ok, ExitCode exit, JsonObject? body)
    {
        var document = new JsonObject { ["schema"] = $"passport.{command}/1", ["ok"] = ok, ["exit"] = (int)exit };
        foreach (var (name, value) in body ?? [])
            document[name] = value?.DeepClone();
        output.WriteLine(document.ToJsonString(s_json));
    }

    // Type and frames, never the message: a parser's message quotes what it could not parse.
    private static void WriteTrace(TextWriter error, Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            error.WriteLine(e.GetType().FullName);
            error.WriteLine(e.StackTrace);
        }
    }
}
