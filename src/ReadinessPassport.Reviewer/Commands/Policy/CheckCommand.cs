using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy check PATH</c>: loads everything and says what is wrong with it.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathIn();
        return new Command("check", "Loads a policy folder and says everything that is wrong with it.") { path }.Runs((parse, _) =>
        {
            var folder = PolicyFiles.Read(parse.GetValue(path)!).Load();
            return new CommandResult(
                folder.Problems.IsEmpty ? ExitCode.Done : ExitCode.BadInput,
                new JsonObject { ["problems"] = new JsonArray([.. folder.Problems.Select(p => (JsonNode)p.ToString())]) },
                o =>
                {
                    o.WriteLine($"agreements {folder.Agreements.Length} · law packs {folder.Laws.Count} · tables {folder.Tables.Count}");
                    foreach (var problem in folder.Problems)
                        o.WriteLine(problem);
                });
        });
    }
}
