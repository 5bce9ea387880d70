using System.Text.Json.Nodes;

namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>What a command found: its exit code, the body of its JSON document, and what it prints for people instead.</summary>
/// <param name="Exit">How it ended. <see cref="ExitCode.Done"/> and <see cref="ExitCode.Findings"/> count as <c>ok</c> in JSON.</param>
/// <param name="Body">The members of the JSON document after <c>schema</c> and <c>ok</c>; null for none.</param>
/// <param name="Text">Writes the result for people, on standard output; null for nothing.</param>
public sealed record CommandResult(ExitCode Exit, JsonObject? Body = null, Action<TextWriter>? Text = null)
{
    /// <summary>Done, with nothing to say.</summary>
    public static CommandResult Nothing { get; } = new(ExitCode.Done);

    /// <summary>Done, with a document for programs and a text for people.</summary>
    public static CommandResult Done(JsonObject? body = null, Action<TextWriter>? text = null) => new(ExitCode.Done, body, text);

    /// <summary>Done, with a document for programs and one text for people.</summary>
    public static CommandResult Done(JsonObject? body, string text) => new(ExitCode.Done, body, o => o.WriteLine(text));
}
