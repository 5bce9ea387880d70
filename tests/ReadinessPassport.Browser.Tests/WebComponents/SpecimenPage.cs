using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using ReadinessPassport.WebComponents;
using ReadinessPassport.WebComponents.Figures;

namespace ReadinessPassport.Browser.Tests.WebComponents;

/// <summary>Every component once, on a page of either surface.</summary>
public sealed class SpecimenPage : ComponentBase
{
    [Parameter] public Surface Surface { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Add<SurfacePage>(builder, ("Surface", Surface), ("Owner", "Department of Early Education"), ("Title", "Specimen"), ("Demonstration", true), ("IsError", true),
            ("Trail", new PageLink[] { new("Home", "/") }), ("Navigation", new PageLink[] { new("Specimen", "/specimen"), new("Runs", "/runs") }), ("Here", "/specimen"),
            ("ChildContent", (RenderFragment)Content));
    }

    private static void Content(RenderTreeBuilder b)
    {
        b.AddMarkupContent(0, "<h1>Specimen</h1>");
        Add<ErrorSummary>(b, ("Problems", new FieldProblem[] { new("born", "Enter a date of birth") }));
        Add<SummaryBox>(b, ("ChildContent", (RenderFragment)(t => t.AddContent(0, "Two agreements are in force."))));
        foreach (var tone in Enum.GetValues<AlertTone>())
            Add<Alert>(b, ("Tone", tone), ("ChildContent", (RenderFragment)(t => t.AddContent(0, tone.ToString()))));
        Add<StepIndicator>(b, ("Steps", new[] { "Source", "Columns", "Quality" }), ("Current", 2));
        b.AddMarkupContent(1, "<form class=\"usa-form\" method=\"post\"><label class=\"usa-label\" for=\"born\">Date of birth</label><input class=\"usa-input\" id=\"born\" /><div class=\"usa-radio\"><input class=\"usa-radio__input\" type=\"radio\" id=\"r\" name=\"r\" /><label class=\"usa-radio__label\" for=\"r\">A parent</label></div><button class=\"usa-button\" type=\"submit\">Search</button></form><h2>Progress</h2>");
        Add<ProcessList>(b, ("Stages", new Stage[] { new("Block", StageState.Done), new("Compare", StageState.Running, "12 of 40 pieces, 30%"), new("Cluster", StageState.Waiting), new("Report", StageState.Failed) }));
        Add<KeyFacts>(b, ("Facts", new (string, string)[] { ("Run", "R-7F3K-22Q9"), ("Digest", new string('a', 64)) }));
        Add<DataTable>(b, ("Caption", "Runs"), ("Columns", new TableColumn[] { new("Run", "run"), new("Pairs", "pairs", true) }), ("Rows", new IReadOnlyList<TableCell>[] { [new TableCell("R-1", "/runs/R-1"), "1,204"] }), ("SortedBy", "run"), ("Here", "/specimen"));
        Chart[] charts =
        [
            Charts.Histogram("Match weights", "bits", [-20, -10, 0, 10, 20], [400, 30, null, 210], [(5, "certified")]),
            Charts.Bars("Children by town", "Town", "Children", [("Boston", 812), ("Ashby", null)]),
            Charts.Steps("Enrolled", "months", [("Head Start", [(0, 0), (12, .3), (24, .5)]), ("Others", [(0, 0), (12, .2)])]),
            Charts.Timeline("Milestones", [("School", new(2027, 9, 1), new(2028, 6, 20), "Enrolled"), ("Early education", new(2025, 1, 2), null, "Subsidy")]),
            Charts.Waterfall("A pair", "bits", [("Surname", "the same", 9), ("Town", "different", -2.5)]),
            Charts.Matrix("Who may see what", "Category", ["DESE", "EEC"], [("Attendance", ["always", "with consent"])]),
        ];
        for (var i = 0; i < charts.Length; i++)
            Add<Figure>(b, ("Id", $"figure-{i}"), ("Sentence", charts[i].Description), ("Chart", charts[i]), ("CsvAddress", "/specimen.csv"));
    }

    private static void Add<T>(RenderTreeBuilder builder, params (string Name, object Value)[] parameters) where T : IComponent
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters)
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    }
}
