namespace ReadinessPassport.WebComponents.Figures;

/// <summary>A drawing made on the server, with the same numbers as a table: whoever cannot see the one reads the other.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Description">What a person sees in it, for those who do not: extremes, direction, where it stops.</param>
/// <param name="Svg">The inner markup of the svg element; made by this room, every text escaped, no style and no script.</param>
/// <param name="Height">Of a drawing 720 wide.</param>
/// <param name="Columns">Headings of the table.</param>
/// <param name="Rows">Its rows.</param>
public sealed record Chart(string Title, string Description, string Svg, int Height, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>The table as CSV (RFC 4180, UTF-8, CRLF). A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public string ToCsv() => string.Concat(Rows.Prepend([.. Columns.Select(c => new TableCell(c.Label))]).Select(r => string.Join(',', r.Select(c => Quoted(c.Text))) + "\r\n"));

    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.Length > 0 && text[0] == '-' && !double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
