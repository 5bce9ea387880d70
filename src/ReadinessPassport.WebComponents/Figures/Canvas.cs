using System.Globalization;
using System.Net;
using System.Text;

namespace ReadinessPassport.WebComponents.Figures;

/// <summary>Writes SVG: numbers the same in every culture, texts escaped, presentation attributes only, so that a strict content policy holds.</summary>
internal sealed class Canvas
{
    public const int Width = 720;
    public const int Left = 64;
    public const int Right = 16;
    public const string Ink = "#1b1b1b";
    public const string Quiet = "#565c65";
    public const string Main = "#005ea2";
    public const string Second = "#c05600";
    public const string Grid = "#dfe1e2";

    private readonly StringBuilder _svg = new();

    /// <summary>Two fills told apart without colour: plain, and striped.</summary>
    public Canvas Patterns()
    {
        _svg.Append("<defs><pattern id=\"rp-stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"3\" height=\"6\" fill=\"" + Second + "\"/></pattern></defs>");
        return this;
    }

    public void Rect(double x, double y, double width, double height, string fill, string? stroke = null) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, width):0.##}\" height=\"{Math.Max(0, height):0.##}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke = Grid, bool dashed = false) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{stroke}\"{(dashed ? " stroke-dasharray=\"4 3\"" : "")}/>");

    public void Path(IEnumerable<(double X, double Y)> points, string stroke, bool dashed = false)
    {
        var d = string.Join(' ', points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{p.X:0.##} {p.Y:0.##}")));
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{d}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2.5\"{(dashed ? " stroke-dasharray=\"7 4\"" : "")}/>");
    }

    public void Text(double x, double y, string text, string anchor = "start", string fill = Ink, int size = 13) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" fill=\"{fill}\" font-size=\"{size}\">{WebUtility.HtmlEncode(text)}</text>");

    public override string ToString() => _svg.ToString();

    public static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 || value == Math.Floor(value) ? "#,0" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>The smallest of 1, 2, 5 × 10ⁿ that is at least the value: a round end for an axis.</summary>
    public static double Ceiling(double value)
    {
        if (value is not > 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return new[] { 1d, 2, 5, 10 }.First(m => m * power >= value * (1 - 1e-9)) * power;
    }
}
