using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Reviewer.Commands.Log.Verification;
using ReadinessPassport.Reviewer.Commands.Policy;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary><c>log verify BUNDLE</c>: all eight steps, each reported, none skipped because an earlier one failed.</summary>
internal static class VerifyCommand
{
    private const string Says = "Proves: entries present and unchanged, decisions follow from the signed texts. Does not prove: that the policy was right, or that what the hub was told is true.";

    public static Command Create()
    {
        var path = new Argument<string>("BUNDLE") { Description = "an export of the log" };
        var trust = new Option<string?>("--trust") { Description = "keys of the log and its witnesses, obtained apart from the bundle" };
        var quorum = new Option<int?>("--quorum") { Description = "how many witnesses must have cosigned; the keys say it when left out" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "the moment that counts as now for what is overdue; the newest entry's when left out" };
        var demonstration = PolicyArguments.Demonstration();
        return new Command("verify", "Verifies a log bundle.") { path, trust, quorum, at, demonstration }.Runs((parse, _) =>
        {
            var keys = LogFiles.Trust(parse.GetValue(trust));
            LogBundle bundle;
            try
            {
                bundle = LogBundle.Open(File.OpenRead(parse.GetValue(path)!));
            }
            catch (InvalidDataException e)
            {
                return NotOne(new(BundleErrors.Malformed, null, e.Message));
            }
            using (bundle)
            {
                var verdict = BundleCheck.Run(bundle, keys, parse.GetValue(quorum));
                var reviewed = new ReviewedBundle(bundle, verdict, new PolicyOptions { Demonstration = parse.GetValue(demonstration) });
                var now = parse.GetValue(at) ?? (verdict.Entries.Length > 0 ? verdict.Entries[^1].Entry.At : DateTimeOffset.UnixEpoch);
                return Result(bundle, verdict, [Witness(verdict), Tree(verdict), AgreementStep.Run(reviewed), ReplayStep.Run(reviewed), ChainStep.Run(reviewed, now), TableStep.Run(reviewed)]);
            }
        });
    }

    private static StepReport Witness(BundleVerdict verdict) => new("witness",
        $"{(verdict.Witnesses.Length == 0 ? "none" : string.Join(", ", verdict.Witnesses))} (quorum {Math.Min(verdict.Witnesses.Length, verdict.Quorum)} of {verdict.Quorum}){(verdict.SelfSigned ? ", self-signed: the keys come from the bundle" : "")}",
        [.. verdict.Findings.Where(f => f.Code == BundleErrors.WrongSignature)]);

    private static StepReport Tree(BundleVerdict verdict) => new("tree",
        string.Create(CultureInfo.InvariantCulture, $"{(verdict.Rebuilt ? $"rebuilt from {verdict.Entries.Length:#,0} entries" : $"{verdict.InclusionProofs:#,0} inclusion proofs")}, {verdict.ConsistencyProofs} consistency proofs"),
        [.. verdict.Findings.Where(f => f.Code != BundleErrors.WrongSignature)]);

    private static CommandResult NotOne(BundleFinding finding) => new(finding.Exit, new JsonObject { ["verified"] = false, ["findings"] = new JsonArray(Json(finding)) }, o =>
    {
        o.WriteLine($"  finding {finding}");
        o.WriteLine("NOT VERIFIED. Do not rely on it.");
    });

    private static CommandResult Result(LogBundle bundle, BundleVerdict verdict, StepReport[] steps)
    {
        var findings = steps.SelectMany(s => s.Findings).ToList();
        var failed = findings.Any(f => f.IsFailure);
        var first = findings.Where(f => f.IsFailure && f.Index is not null).Select(f => f.Index).Min();
        return new CommandResult(
            failed ? ExitCode.VerificationFailed : findings.Count > 0 ? ExitCode.Findings : ExitCode.Done,
            new JsonObject
            {
                ["verified"] = !failed,
                ["origin"] = bundle.Origin,
                ["from"] = bundle.Range.From,
                ["until"] = bundle.Range.Until,
                ["checkpoint"] = verdict.Checkpoint?.Size,
                ["witnesses"] = new JsonArray([.. verdict.Witnesses.Select(w => (JsonNode)w)]),
                ["self_signed"] = verdict.SelfSigned,
                ["first_bad_index"] = first,
                ["steps"] = new JsonArray([.. steps.Select(s => (JsonNode)new JsonObject { ["step"] = s.Name, ["words"] = s.Words, ["findings"] = s.Findings.Length })]),
                ["findings"] = new JsonArray([.. findings.Select(Json)]),
            },
            o =>
            {
                o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"log      {bundle.Origin}   entries {bundle.Range.From:#,0} … {bundle.Range.Until - 1:#,0}   checkpoint {verdict.Checkpoint?.Size:#,0}{(verdict.WitnessedAt is { } at ? $", witnessed {at.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}" : "")}"));
                foreach (var step in steps)
                {
                    o.WriteLine($"{step.Name,-8} {step.Words,-78} {(step.Findings.Length == 0 ? "ok" : step.Findings.Length == 1 ? "1 finding" : $"{step.Findings.Length} findings")}");
                    foreach (var finding in step.Findings.Take(20))
                        o.WriteLine($"  finding {finding}");
                    if (step.Findings.Length > 20)
                        o.WriteLine($"  and {step.Findings.Length - 20} more; --json gives all");
                }
                o.WriteLine(failed
                    ? $"NOT VERIFIED. Do not rely on it.{(first is { } index ? string.Create(CultureInfo.InvariantCulture, $" First bad entry: {index:#,0}.") : "")}"
                    : $"VERIFIED{(findings.Count == 0 ? "." : findings.Count == 1 ? " with 1 finding." : $" with {findings.Count} findings.")}  {Says}");
            });
    }

    private static JsonNode Json(BundleFinding finding) => new JsonObject { ["code"] = finding.Code, ["index"] = finding.Index, ["words"] = finding.Words };
}
