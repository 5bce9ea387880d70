using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPassport.WebComponents;
using ReadinessPassport.WebComponents.Figures;
using Xunit;

namespace ReadinessPassport.Tests.WebComponents;

public partial class PageTests
{
    [Fact]
    public async Task The_two_surfaces_cannot_be_mistaken_for_each_other()
    {
        var edge = await RenderAsync<SurfacePage>(new() { ["Surface"] = Surface.Edge, ["Owner"] = "Department of Early Education", ["Title"] = "Find a client" });
        var hub = await RenderAsync<SurfacePage>(new() { ["Surface"] = Surface.Hub, ["Owner"] = "Commonwealth hub", ["Title"] = "Runs" });

        Assert.Contains("<b>EDGE</b> Names on this screen come only from Department of Early Education files. The hub never receives them.", edge, StringComparison.Ordinal);
        Assert.Contains("<b>HUB</b> No names here.", hub, StringComparison.Ordinal);
        Assert.Contains("rp-header--edge", edge, StringComparison.Ordinal);
        Assert.Contains("rp-header--hub", hub, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO", edge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_everything_has_nothing_inline_and_loads_nothing_from_elsewhere()
    {
        var html = await RenderAsync<SurfacePage>(new()
        {
            ["Surface"] = Surface.Hub, ["Owner"] = "Hub", ["Title"] = "Everything", ["Demonstration"] = true,
            ["ChildContent"] = (RenderFragment)(b =>
            {
                b.OpenComponent<Figure>(0);
                b.AddAttribute(1, "Id", "weights");
                b.AddAttribute(2, "Sentence", "Most pairs are clear.");
                b.AddAttribute(3, "Chart", Charts.Waterfall("<b>Weights</b>", "bits", [("Surname", "very \"similar\"", 7.2), ("Town", "different", -2.5)]));
                b.CloseComponent();
            }),
        });

        Assert.DoesNotMatch(Inline(), html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Weights", html, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-labelledby=\"weights-title weights-desc\"", html, StringComparison.Ordinal);
        Assert.Contains("<summary>Show as table</summary>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sorted_column_says_so_and_its_link_turns_the_order()
    {
        var html = await RenderAsync<DataTable>(new()
        {
            ["Caption"] = "Runs", ["Columns"] = new TableColumn[] { new("Run", "run"), new("Pairs", "pairs", true) },
            ["Rows"] = new IReadOnlyList<TableCell>[] { [new TableCell("R-1", "/runs/R-1"), "1,204"] }, ["SortedBy"] = "pairs", ["Here"] = "/runs?state=done",
        });

        Assert.Contains("aria-sort=\"ascending\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/runs?state=done&amp;sort=-pairs\"", html, StringComparison.Ordinal);
        Assert.Contains("<caption>Runs</caption>", html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"usa-link\" href=\"/runs/R-1\">R-1</a></th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_about_mistakes_where_there_are_none()
    {
        Assert.Equal("", (await RenderAsync<ErrorSummary>(new() { ["Problems"] = Array.Empty<FieldProblem>() })).Trim());
        Assert.Contains("href=\"#born\"", await RenderAsync<ErrorSummary>(new() { ["Problems"] = new FieldProblem[] { new("born", "Enter a date of birth") } }), StringComparison.Ordinal);
    }

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider, NoAntiforgery>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private sealed class NoAntiforgery : Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider
    {
        public override Microsoft.AspNetCore.Components.Forms.AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    [GeneratedRegex("\\sstyle=|\\son[a-z]+=|<style")]
    private static partial Regex Inline();
}
