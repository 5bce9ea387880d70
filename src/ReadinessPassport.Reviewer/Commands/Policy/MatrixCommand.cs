using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy matrix PATH</c>: everything one agreement allows, complete, in a few lines.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var path = PolicyArguments.PathIn();
        var agreementOnly = PolicyArguments.AgreementOnly();
        var asIs = PolicyArguments.AsIs();
        var demonstration = PolicyArguments.Demonstration();
        var lawsAsRead = PolicyArguments.LawsAsRead();
        return new Command("matrix", "Prints everything an agreement allows, case by case decided, in a few lines.") { path, agreementOnly, asIs, demonstration, lawsAsRead }.Runs((parse, _) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(path)!);
            var folder = files.Load(new() { Demonstration = parse.GetValue(demonstration), LawsAsRead = parse.GetValue(lawsAsRead), SignaturesAsGiven = !parse.GetValue(asIs) });
            var agreement = files.Agreement(folder);
            var options = new MatrixOptions { AgreementOnly = parse.GetValue(agreementOnly), AsIs = parse.GetValue(asIs) };
            var matrix = Matrix.Of(agreement, folder, options);
            var boxes = matrix.AllowedBoxes.Select(b => b.Text(matrix.Axes)).Order(StringComparer.Ordinal).ToList();
            var narrowing = options.AgreementOnly ? [] : Narrowing(agreement, folder);
            return CommandResult.Done(Document(matrix, narrowing), o =>
            {
                o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{matrix.Cases:N0} cases, {matrix.Allowed.Length:N0} allowed   ({(options.AsIs ? "as it is" : "as if signed")}; {(options.AgreementOnly ? "agreement only" : parse.GetValue(lawsAsRead) ? "laws as if read" : "with laws")})"));
                foreach (var box in boxes)
                    o.WriteLine("  ALLOW " + box);
                if (agreement.Linkage is { } linkage)
                    o.WriteLine($"LINKAGE {linkage.Clause} {string.Join('|', linkage.KeyHolders)} -> {agreement.LinkageService}; categories of {string.Join(", ", agreement.Data.Select(d => d.Clause))}");
                foreach (var pack in narrowing)
                    o.WriteLine(pack);
            });
        });
    }

    // Stubs deny; a reviewer should not wonder why nothing is allowed.
    private static List<string> Narrowing(Agreement agreement, PolicyFolder folder) =>
        [.. folder.Laws.Values.Where(l => !l.IsRead && agreement.LegalBasis.Any(b => b.Law == l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal).Select(l => $"NARROWS {l.Id} is a stub and denies what it governs")];

    private static JsonObject Document(Matrix matrix, List<string> narrowing) => new()
    {
        ["agreement"] = matrix.Agreement.Reference,
        ["axes"] = AxesJson(matrix.Axes),
        ["cases"] = matrix.Cases,
        ["allowed"] = matrix.Allowed.Length,
        ["boxes"] = new JsonArray([.. matrix.AllowedBoxes.OrderBy(b => b.Text(matrix.Axes), StringComparer.Ordinal).Select(b => (JsonNode)BoxJson(b, matrix.Axes))]),
        ["narrowing"] = new JsonArray([.. narrowing.Select(n => (JsonNode)n)]),
    };

    internal static JsonArray AxesJson(IEnumerable<Axis> axes) => new([.. axes.Select(a => (JsonNode)new JsonObject { ["name"] = a.Name, ["values"] = new JsonArray([.. a.Values.Select(v => (JsonNode)v)]) })]);

    internal static JsonObject BoxJson(Box box, IReadOnlyList<Axis> axes)
    {
        var json = new JsonObject { ["cases"] = box.Cases };
        for (var i = 0; i < axes.Count; i++)
            json[axes[i].Name] = new JsonArray([.. box.Sets[i].Select(v => axes[i].Values[v]).Order(StringComparer.Ordinal).Select(v => (JsonNode)v)]);
        return json;
    }
}
