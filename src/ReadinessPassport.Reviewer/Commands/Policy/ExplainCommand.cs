using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy explain --request FILE PATH</c>, or <c>--decision D-… --bundle ZIP</c>: why a decision falls, or fell, as it does.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = "a policy folder", Arity = ArgumentArity.ZeroOrOne };
        var request = new Option<string?>("--request") { Description = "a request in YAML, as scenarios write it" };
        var decision = new Option<string?>("--decision") { Description = "a decision's id, with --bundle" };
        var bundle = new Option<string?>("--bundle") { Description = "a log bundle" };
        var demonstration = PolicyArguments.Demonstration();
        var lawsAsRead = PolicyArguments.LawsAsRead();
        var asSigned = new Option<bool>("--as-signed") { Description = "take agreements as if signed by all" };
        return new Command("explain", "Says why a decision falls as it does, step by step, and what would change it.") { path, request, decision, bundle, demonstration, lawsAsRead, asSigned }.Runs((parse, _) =>
        {
            if (parse.GetValue(decision) is { } id && parse.GetValue(bundle) is { } zip)
                return Recorded(id, zip);
            if (parse.GetValue(request) is not { } file || parse.GetValue(path) is not { } at)
                throw new PassportException(CommandErrors.Usage("explain needs --request FILE and PATH, or --decision ID and --bundle ZIP", "passport-review policy explain --help"));
            var folder = PolicyFiles.Read(at).Load(new() { Demonstration = parse.GetValue(demonstration), LawsAsRead = parse.GetValue(lawsAsRead), SignaturesAsGiven = parse.GetValue(asSigned) });
            var (asked, problems) = RequestText.Read(new PolicyText(Path.GetFileName(file), File.ReadAllBytes(file)));
            if (asked is null)
                throw PolicyErrors.DoesNotLoad(file, problems);
            var (text, record) = asked.Explain(folder);
            return CommandResult.Done(new JsonObject { ["decision"] = record }, o => o.Write(text));
        });
    }

    private static CommandResult Recorded(string id, string zip)
    {
        var record = BundleRecords.Read(zip).FirstOrDefault(r => (string?)r["decision_id"] == id) ?? throw PolicyErrors.NoDecision(id);
        return CommandResult.Done(new JsonObject { ["decision"] = record.DeepClone() }, o =>
        {
            o.WriteLine($"{((string)record["result"]!).ToUpperInvariant()}  {id}  {record["at"]}  policy {record["policy_sha256"]}");
            foreach (var pair in record["pairs"]!.AsArray().Select(p => p!.AsObject()))
            {
                o.WriteLine($"  {pair["provider"]} / {pair["category"]}   {pair["result"]}");
                foreach (var reason in pair["reasons"]!.AsArray().Select(r => r!.AsObject()))
                    o.WriteLine($"      {reason["code"]} {reason["agreement"]} {reason["clause"]} {reason["law"]}: {reason["words"]}{(reason["remedy"] is { } remedy ? $" What would change it: {remedy}." : "")}");
            }
        });
    }
}
