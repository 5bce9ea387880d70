using System.CommandLine;
using System.CommandLine.Parsing;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;
using CommandResultOf = System.CommandLine.Parsing.CommandResult;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.CommandLine;

/// <summary>
/// What System.CommandLine does not do as we want it, in one file that all four programs compile: the options every command has, usage errors on
/// standard error with exit code 2, and a command's action inside <see cref="CommandFrame"/>.
/// </summary>
internal static class CommandLineProgram
{
    private static readonly Option<bool> s_json = new("--json") { Description = "one JSON document on standard output", Recursive = true };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "no progress and no remarks", Recursive = true };
    private static readonly Option<bool> s_verbose = new("--verbose", "-v") { Description = "more remarks", Recursive = true };
    private static readonly Option<bool> s_veryVerbose = new("-vv") { Description = "stack traces of unexpected failures", Recursive = true };
    private static readonly Option<bool> s_plain = new("--plain") { Description = "never redraw a line: for screen readers and logs", Recursive = true };

    /// <summary>Parses and runs. Call it as the last line of Program.cs, with the root command and its subcommands made.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        foreach (var option in (Option[])[s_json, s_quiet, s_verbose, s_veryVerbose, s_plain])
            root.Options.Add(option);
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            var context = new CommandContext(Output(result), Console.Out, Console.Error);
            var name = PathOf(result.CommandResult);
            var message = string.Join("; ", result.Errors.Select(e => e.Message.TrimEnd('.')));
            return CommandFrame.Fail(name.Replace(' ', '-'), context, CommandErrors.Usage(message, $"{root.Name} {name} --help".Replace("  ", " ", StringComparison.Ordinal)));
        }
        return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>Gives a command its action: what it does with its options, inside the frame that prints results and errors.</summary>
    /// <returns>The command, so that it can be made in one expression.</returns>
    public static T Runs<T>(this T command, Func<ParseResult, CommandContext, Task<CommandResult>> action) where T : Command
    {
        command.SetAction((parse, cancel) => CommandFrame.RunAsync(PathOf(parse.CommandResult).Replace(' ', '-'), Output(parse), context => action(parse, context), cancel));
        return command;
    }

    /// <summary>Gives a command that does nothing asynchronous its action.</summary>
    public static T Runs<T>(this T command, Func<ParseResult, CommandContext, CommandResult> action) where T : Command =>
        command.Runs((parse, context) => Task.FromResult(action(parse, context)));

    private static OutputOptions Output(ParseResult parse) => new()
    {
        Json = parse.GetValue(s_json),
        Quiet = parse.GetValue(s_quiet),
        Verbosity = parse.GetValue(s_veryVerbose) ? 2 : parse.GetValue(s_verbose) ? 1 : 0,
        Plain = parse.GetValue(s_plain),
    };

    // "key new" for passport-agency key new.
    private static string PathOf(CommandResultOf result)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResultOf command && command.Command is not RootCommand; at = at.Parent)
            names.Push(command.Command.Name);
        return string.Join(' ', names);
    }
}
