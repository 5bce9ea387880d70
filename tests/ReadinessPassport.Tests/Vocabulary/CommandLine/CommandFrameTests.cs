using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;
using Xunit;

namespace ReadinessPassport.Tests.Vocabulary.CommandLine;

public sealed class CommandFrameTests : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _stop = new();

    private Task<int> Run(OutputOptions options, Func<CommandContext, Task<CommandResult>> action, bool interactive = false) =>
        CommandFrame.RunAsync("trial", new CommandContext(options, _out, _error, interactive, _stop.Token), action);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task A_foreseen_failure_is_two_lines_on_standard_error_and_its_exit_code()
    {
        var exit = await Run(new(), _ => throw new PassportException("RP2107", ExitCode.BadInput, "children.csv line 4: not a date", "look at line 4"));

        Assert.Equal(6, exit);
        Assert.Equal("error RP2107: children.csv line 4: not a date\n  next: look at line 4\n", _error.ToString().ReplaceLineEndings("\n"));
        Assert.Empty(_out.ToString());
    }

    [Fact]
    public async Task With_json_a_failure_is_also_the_one_document()
    {
        await Run(new() { Json = true }, _ => throw new PassportException("RP2107", ExitCode.BadInput, "where", "next"));

        var document = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal("passport.trial/1", document.GetProperty("schema").GetString());
        Assert.False(document.GetProperty("ok").GetBoolean());
        Assert.Equal("RP2107", document.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task With_json_a_result_is_exactly_one_document_and_progress_stays_on_standard_error()
    {
        var exit = await Run(new() { Json = true }, context =>
        {
            using (var stage = context.Stage("encode", 100))
                stage.Advance(100);
            return Task.FromResult(CommandResult.Done(new JsonObject { ["rows"] = 3 }, "3 rows"));
        });

        Assert.Equal(0, exit);
        Assert.Equal(3, JsonDocument.Parse(_out.ToString()).RootElement.GetProperty("rows").GetInt32());
        Assert.Contains("encode: done, 100 rows", _error.ToString());
    }

    [Fact]
    public async Task An_unforeseen_failure_never_prints_its_message_which_may_quote_a_value()
    {
        var exit = await Run(new() { Verbosity = 2 }, _ => throw new FormatException("could not parse Zebulon Quillfeather 2019-03-04"));

        Assert.Equal(1, exit);
        Assert.Contains("RP1001", _error.ToString());
        Assert.Contains("FormatException", _error.ToString());
        Assert.DoesNotContain("Quillfeather", _error.ToString());
    }

    [Fact]
    public async Task Findings_are_not_a_failure_in_json()
    {
        Assert.Equal(3, await Run(new() { Json = true }, _ => Task.FromResult(new CommandResult(ExitCode.Findings))));
        Assert.True(JsonDocument.Parse(_out.ToString()).RootElement.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task An_interruption_ends_with_130()
    {
        Assert.Equal(130, await Run(new(), async context =>
        {
            await _stop.CancelAsync();
            context.Cancel.ThrowIfCancellationRequested();
            return CommandResult.Nothing;
        }));
    }

    [Fact]
    public async Task Off_a_terminal_progress_is_one_line_a_tenth()
    {
        await Run(new(), context =>
        {
            using (var stage = context.Stage("encode", 1000))
            {
                for (var i = 0; i < 1000; i++)
                    stage.Advance();
            }
            return Task.FromResult(CommandResult.Nothing);
        });

        Assert.Equal(12, _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\r', _error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_terminal_progress_is_a_bar_and_plain_switches_it_off()
    {
        static Task<CommandResult> Work(CommandContext context)
        {
            using var stage = context.Stage("encode", 10);
            stage.Advance(5);
            return Task.FromResult(CommandResult.Nothing);
        }
        await Run(new(), Work, interactive: true);
        Assert.Contains("[##########..........]", _error.ToString());

        _error.GetStringBuilder().Clear();
        await Run(new() { Plain = true }, Work, interactive: true);
        Assert.DoesNotContain("[###", _error.ToString());
    }

    [Fact]
    public async Task Quiet_leaves_only_errors()
    {
        await Run(new() { Quiet = true }, context =>
        {
            using (context.Stage("encode", 10)) context.Say("a remark");
            throw new PassportException("RP9999", ExitCode.Refused, "no");
        });
        Assert.Equal("error RP9999: no", _error.ToString().Trim());
    }
}
