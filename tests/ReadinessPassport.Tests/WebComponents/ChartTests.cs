using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using ReadinessPassport.WebComponents.Figures;
using Xunit;

namespace ReadinessPassport.Tests.WebComponents;

public class ChartTests
{
    [Fact]
    public void Every_chart_is_well_formed_whatever_its_numbers_and_words() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 12], Gen.String[0, 12]).Sample((numbers, word) =>
        {
            var label = new string([.. word.Where(c => c >= ' ' && !char.IsSurrogate(c) && c < 0xfffe)]);
            Chart[] charts =
            [
                Charts.Bars(label, "Group", "Children", [.. numbers.Select(n => (label, n < 0 ? (double?)null : n))]),
                Charts.Histogram(label, "bits", [.. Enumerable.Range(0, numbers.Length + 1).Select(i => (double)i)], [.. numbers.Select(n => n < 0 ? (long?)null : (long)n)], [(1, label)]),
                Charts.Waterfall(label, "bits", [.. numbers.Select(n => (label, label, n))]),
                Charts.Steps(label, "months", [(label, [.. numbers.Select((n, i) => ((double)i, Math.Abs(n) % 1))])]),
                Charts.Timeline(label, [.. numbers.Select((n, i) => (label, new DateOnly(2027, 1, 1).AddDays(i), n < 0 ? (DateOnly?)null : new DateOnly(2027, 2, 1), label))]),
                Charts.Matrix(label, "Agency", [label, label], [(label, [label, "with consent"])]),
            ];
            Assert.All(charts, c => XElement.Parse($"<svg>{c.Svg}</svg>"));
            Assert.All(charts, c => Assert.All(c.Rows, r => Assert.Equal(c.Columns.Count, r.Count)));
            Assert.All(charts, c => Assert.DoesNotContain("NaN", c.Svg, StringComparison.Ordinal));
        }, iter: 500);

    [Fact]
    public void A_chart_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
            Assert.Contains("y=\"16\"", Charts.Bars("t", "g", "m", [("a", 1234.5)]).Svg, StringComparison.Ordinal);
            Assert.Equal("1,235", Charts.Bars("t", "g", "m", [("a", 1234.5)]).Rows[0][1].Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_hidden_count_is_a_mark_and_no_bar() =>
        Assert.Equal("[c]", Charts.Bars("Children", "Town", "Children", [("Ashby", null), ("Boston", 812)]).Rows[0][1].Text);

    [Fact]
    public void A_download_gives_a_spreadsheet_no_formula() =>
        Assert.Equal("Town,Children\r\n'=1+1,12\r\n\"'@a,b\",[c]\r\n", Charts.Bars("t", "Town", "Children", [("=1+1", 12), ("@a,b", null)]).ToCsv());
}
