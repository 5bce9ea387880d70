using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy schema PATH --out DIR</c>: JSON Schemas for editors, made from the loader's own definitions.</summary>
internal static class SchemaCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var path = PolicyArguments.PathIn();
        var output = new Option<string>("--out") { Description = "the folder to write into", Required = true };
        return new Command("schema", "Writes JSON Schemas of the policy files, for editors.") { path, output }.Runs((parse, _) =>
        {
            var folder = PolicyFiles.Read(parse.GetValue(path)!).Load();
            if (folder.Vocabulary is null)
                throw PolicyErrors.DoesNotLoad(parse.GetValue(path)!, folder.Problems);
            Directory.CreateDirectory(parse.GetValue(output)!);
            var written = new List<string>();
            foreach (var (name, schema) in PolicySchemas.Of(folder))
            {
                var file = Path.Combine(parse.GetValue(output)!, name + ".schema.json");
                File.WriteAllText(file, Text(schema));
                written.Add(file);
            }
            return CommandResult.Done(new JsonObject { ["files"] = new JsonArray([.. written.Select(w => (JsonNode)w)]) }, string.Join(Environment.NewLine, written));
        });
    }

    /// <summary>As committed: indented, with a newline at the end.</summary>
    internal static string Text(JsonObject schema) => schema.ToJsonString(s_json) + "\n";
}
