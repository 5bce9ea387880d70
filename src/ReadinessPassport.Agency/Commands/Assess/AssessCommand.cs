using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Agency.Commands.Keys;
using ReadinessPassport.CommandLine;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Assessment;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Assess;

/// <summary><c>passport-agency assess</c>: what an attacker without the key could name, found by attacking at home before anything leaves.</summary>
internal static class AssessCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("PACKAGE.rpc|SCHEMA") { Description = "a cohort package, an encoding schema file, or a shipped schema's name" };
        var people = new Option<int>("--people") { Description = "invented people the attacks are run on, 100 to 20000; the attacker has a list of all of them", DefaultValueFactory = _ => 2000 };
        var limit = new Option<double>("--limit") { Description = "share of people in per cent that may be named with confidence", DefaultValueFactory = _ => 1.0 };
        var html = new Option<string?>("--html") { Description = "also write the report as a page", HelpName = "FILE" };
        return new Command("assess", "Attack the encoding at home: frequency, pattern and graph attacks by somebody with a list of the same people and no key.") { what, people, limit, html }.Runs((parse, context) =>
        {
            var schema = SchemaOf(parse.GetValue(what)!);
            var count = parse.GetValue(people);
            if (count is < 100 or > 20_000)
                throw new PassportException(CommandErrors.Usage("--people: expected 100 to 20000", "passport-agency assess --help"));
            var results = SchemaAssessment.OfInvented(schema, count, context.Detail, context.Cancel);
            var report = new AssessmentReport(schema, count, parse.GetValue(limit) / 100, results);
            if (parse.GetValue(html) is { } page)
                File.WriteAllText(page, AssessmentPage.Of(report));
            return new CommandResult(report.Passes ? ExitCode.Done : ExitCode.Findings, report.ToJson(), o => Print(o, report));
        });
    }

    private static EncodingSchema SchemaOf(string what)
    {
        if (EncodingSchemas.Find(what) is { } shipped)
            return shipped;
        if (!what.EndsWith(".rpc", StringComparison.OrdinalIgnoreCase))
            return EncodingSchemaJson.Parse(KeyFiles.Read(what), Path.GetFileName(what));
        using var package = File.OpenRead(what);
        return CohortPackage.Verify(package, Path.GetFileName(what), (_, _, _) => true).Schema; // our own package, at home: what it sends matters, not who signed it
    }

    private static void Print(TextWriter o, AssessmentReport report)
    {
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Schema.Name}: {report.People:N0} people, attacker with a list of all of them and without the key"));
        foreach (var result in report.Results.OrderByDescending(r => r.Named))
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {result.Attack,-10} {result.Target,-20} {result.Named * 100,6:0.0} % named rightly with confidence ({result.Claimed:N0} claimed)"));
        o.WriteLine();
        foreach (var finding in report.Findings)
        {
            o.WriteLine(finding.Sentence);
            o.WriteLine($"  remedy: {finding.Remedy}");
        }
        o.WriteLine(report.Verdict);
    }
}
