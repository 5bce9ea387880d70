namespace ReadinessPassport.WebComponents.Figures;

/// <summary>The drawings. Every mark has its number beside it or in the table; nothing shows only on hover, nothing only by colour.</summary>
public static class Charts
{
    private const int Top = 16;
    private const int Plot = 220;

    /// <summary>How often values fall between edges, with thresholds drawn as lines.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">What the values are, such as <c>match weight, bits</c>.</param>
    /// <param name="edges">Ascending, one more than there are counts.</param>
    /// <param name="counts">How many in each bin; null where hidden to protect small groups.</param>
    /// <param name="thresholds">Lines with their labels.</param>
    /// <exception cref="ArgumentException">Edges and counts do not fit.</exception>
    public static Chart Histogram(string title, string unit, IReadOnlyList<double> edges, IReadOnlyList<long?> counts, IReadOnlyList<(double At, string Label)>? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(counts);
        if (edges.Count != counts.Count + 1 || counts.Count == 0)
            throw new ArgumentException("There is one edge more than counts, and at least one count.", nameof(edges));
        var most = counts.Max() ?? 0;
        var (canvas, top) = (new Canvas(), Canvas.Ceiling(most));
        double X(double v) => Canvas.Left + (v - edges[0]) / (edges[^1] - edges[0]) * (Canvas.Width - Canvas.Left - Canvas.Right);
        Axis(canvas, top);
        for (var i = 0; i < counts.Count; i++)
        {
            var height = (counts[i] ?? 0) / top * Plot;
            canvas.Rect(X(edges[i]) + 0.5, Top + Plot - height, X(edges[i + 1]) - X(edges[i]) - 1, height, Canvas.Main);
            if (counts[i] is null)
                canvas.Text((X(edges[i]) + X(edges[i + 1])) / 2, Top + Plot - 4, "[c]", "middle");
        }
        canvas.Text(Canvas.Left, Top + Plot + 18, Canvas.Number(edges[0]));
        canvas.Text(Canvas.Width - Canvas.Right, Top + Plot + 18, Canvas.Number(edges[^1]), "end");
        canvas.Text((Canvas.Left + Canvas.Width) / 2d, Top + Plot + 36, unit, "middle", Canvas.Quiet);
        foreach (var (at, label) in thresholds ?? [])
        {
            canvas.Line(X(at), Top, X(at), Top + Plot, Canvas.Ink, dashed: true);
            canvas.Text(X(at) + 4, Top + 12, label);
        }
        var tallest = Math.Max(0, counts.ToList().IndexOf(most)); // all may be hidden
        return new(title, $"{counts.Count} bars from {Canvas.Number(edges[0])} to {Canvas.Number(edges[^1])} {unit}. The tallest, {Shown(counts[tallest])}, lies from {Canvas.Number(edges[tallest])} to {Canvas.Number(edges[tallest + 1])}.",
            canvas.ToString(), Top + Plot + 44, [new("From"), new("To", IsNumber: true), new("Count", IsNumber: true)],
            [.. counts.Select((c, i) => (IReadOnlyList<TableCell>)[Canvas.Number(edges[i]), Canvas.Number(edges[i + 1]), Shown(c)])]);
    }

    /// <summary>One bar for each group, with its number at its end. A hidden value is a mark [c] without a bar.</summary>
    public static Chart Bars(string title, string group, string measure, IReadOnlyList<(string Label, double? Value)> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var (canvas, most) = (new Canvas(), Canvas.Ceiling(bars.Select(b => b.Value ?? 0).DefaultIfEmpty(1).Max()));
        const int labels = 200;
        for (var i = 0; i < bars.Count; i++)
        {
            var (y, width) = (Top + i * 32, (bars[i].Value ?? 0) / most * (Canvas.Width - labels - 90));
            canvas.Text(labels - 8, y + 16, bars[i].Label, "end");
            canvas.Rect(labels, y, width, 22, Canvas.Main);
            canvas.Text(labels + width + 6, y + 16, Shown(bars[i].Value));
        }
        return new(title, $"{bars.Count} bars: {string.Join("; ", bars.Take(12).Select(b => $"{b.Label} {Shown(b.Value)}"))}.", canvas.ToString(), Top + bars.Count * 32 + 8,
            [new(group), new(measure, IsNumber: true)], [.. bars.Select(b => (IReadOnlyList<TableCell>)[b.Label, Shown(b.Value)])]);
    }

    /// <summary>Shares that change in steps, such as cumulative incidence. A curve ends where its points end; say why in the page.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="time">The unit of time, such as <c>months since birth</c>.</param>
    /// <param name="curves">At most two: label, and points in order of time with a share from 0 to 1.</param>
    /// <exception cref="ArgumentException">No curve, or more than two.</exception>
    public static Chart Steps(string title, string time, IReadOnlyList<(string Label, IReadOnlyList<(double Time, double Share)> Points)> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count is 0 or > 2 || curves.Any(c => c.Points.Count == 0))
            throw new ArgumentException("One or two curves, with points.", nameof(curves));
        var (canvas, end) = (new Canvas(), Canvas.Ceiling(curves.Max(c => c.Points.Max(p => p.Time))));
        double X(double t) => Canvas.Left + t / end * (Canvas.Width - Canvas.Left - 150);
        Axis(canvas, 1);
        foreach (var (curve, i) in curves.Select((c, i) => (c, i)))
        {
            var path = new List<(double, double)>();
            for (var p = 0; p < curve.Points.Count; p++)
            {
                if (p > 0)
                    path.Add((X(curve.Points[p].Time), Top + Plot * (1 - curve.Points[p - 1].Share)));
                path.Add((X(curve.Points[p].Time), Top + Plot * (1 - curve.Points[p].Share)));
            }
            canvas.Path(path, i == 0 ? Canvas.Main : Canvas.Second, dashed: i == 1);
            canvas.Text(X(curve.Points[^1].Time) + 6, Top + Plot * (1 - curve.Points[^1].Share) + 4, curve.Label);
        }
        canvas.Text(Canvas.Left, Top + Plot + 18, "0");
        canvas.Text(X(end), Top + Plot + 18, Canvas.Number(end), "middle");
        canvas.Text((Canvas.Left + X(end)) / 2, Top + Plot + 36, time, "middle", Canvas.Quiet);
        return new(title, string.Join(" ", curves.Select(c => $"{c.Label} reaches {Percent(c.Points[^1].Share)} at {Canvas.Number(c.Points[^1].Time)} {time}.")), canvas.ToString(), Top + Plot + 44,
            [new("Group"), new(time, IsNumber: true), new("Share", IsNumber: true)],
            [.. curves.SelectMany(c => c.Points.Select(p => (IReadOnlyList<TableCell>)[c.Label, Canvas.Number(p.Time), Percent(p.Share)]))]);
    }

    /// <summary>What happened when: a lane for each kind, a mark for a moment, a bar for a span.</summary>
    public static Chart Timeline(string title, IReadOnlyList<(string Lane, DateOnly From, DateOnly? Until, string Label)> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var lanes = events.Select(e => e.Lane).Distinct().ToList();
        var first = events.Count == 0 ? 0 : events.Min(e => e.From.DayNumber);
        var days = events.Count == 0 ? 1 : Math.Max(1, events.Max(e => (e.Until ?? e.From).DayNumber) - first);
        var canvas = new Canvas();
        const int labels = 180;
        double X(DateOnly d) => labels + (d.DayNumber - first) / (double)days * (Canvas.Width - labels - 24);
        for (var i = 0; i < lanes.Count; i++)
        {
            canvas.Line(labels, Top + i * 40 + 14, Canvas.Width - Canvas.Right, Top + i * 40 + 14);
            canvas.Text(labels - 8, Top + i * 40 + 18, lanes[i], "end");
        }
        foreach (var e in events)
        {
            var y = Top + lanes.IndexOf(e.Lane) * 40;
            canvas.Rect(X(e.From) - 4, y + 6, 8 + (e.Until is { } u ? X(u) - X(e.From) : 0), 16, Canvas.Main);
        }
        if (events.Count > 0)
        {
            canvas.Text(labels, Top + lanes.Count * 40 + 12, Day(events.Min(e => e.From)), fill: Canvas.Quiet);
            canvas.Text(Canvas.Width - Canvas.Right, Top + lanes.Count * 40 + 12, Day(events.Max(e => e.Until ?? e.From)), "end", Canvas.Quiet);
        }
        return new(title, $"{events.Count} events in {lanes.Count} lanes.", canvas.ToString(), Top + lanes.Count * 40 + 24, [new("When"), new("Until"), new("Kind"), new("What")],
            [.. events.OrderBy(e => e.From).Select(e => (IReadOnlyList<TableCell>)[Day(e.From), e.Until is { } u ? Day(u) : "", e.Lane, e.Label])]);
    }

    /// <summary>How steps add up to a total, such as the match weight of a pair: what counts for it plain, what counts against it striped.</summary>
    public static Chart Waterfall(string title, string unit, IReadOnlyList<(string Label, string Level, double Change)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var sums = steps.Aggregate(new List<double> { 0 }, (s, step) => { s.Add(s[^1] + step.Change); return s; });
        var (low, high) = (Math.Min(0, sums.Min()), Math.Max(0, sums.Max()));
        var canvas = new Canvas().Patterns();
        const int labels = 230;
        double X(double v) => labels + (v - low) / Math.Max(high - low, 1e-9) * (Canvas.Width - labels - 80);
        canvas.Line(X(0), Top, X(0), Top + (steps.Count + 1) * 30, Canvas.Quiet);
        for (var i = 0; i < steps.Count; i++)
        {
            var (y, from, to) = (Top + i * 30, Math.Min(sums[i], sums[i + 1]), Math.Max(sums[i], sums[i + 1]));
            canvas.Text(labels - 8, y + 15, $"{steps[i].Label}: {steps[i].Level}", "end");
            canvas.Rect(X(from), y, X(to) - X(from), 20, steps[i].Change < 0 ? "url(#rp-stripes)" : Canvas.Main, steps[i].Change < 0 ? Canvas.Second : null);
            canvas.Text(X(to) + 6, y + 15, Signed(steps[i].Change));
        }
        canvas.Text(labels - 8, Top + steps.Count * 30 + 15, "Total", "end");
        canvas.Rect(X(Math.Min(0, sums[^1])), Top + steps.Count * 30, X(Math.Max(0, sums[^1])) - X(Math.Min(0, sums[^1])), 20, Canvas.Ink);
        canvas.Text(X(Math.Max(0, sums[^1])) + 6, Top + steps.Count * 30 + 15, Signed(sums[^1]));
        return new(title, $"{steps.Count} steps add up to {Signed(sums[^1])} {unit}.", canvas.ToString(), Top + (steps.Count + 1) * 30 + 8,
            [new("What was compared"), new("How alike"), new(unit, IsNumber: true)],
            [.. steps.Select(s => (IReadOnlyList<TableCell>)[s.Label, s.Level, Signed(s.Change)]), ["Total", "", Signed(sums[^1])]]);
    }

    /// <summary>A matrix of words, such as who may see what: every cell says its word; the shade only repeats it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="corner">What the rows are.</param>
    /// <param name="columns">Headings.</param>
    /// <param name="rows">Label and one word for each column.</param>
    public static Chart Matrix(string title, string corner, IReadOnlyList<string> columns, IReadOnlyList<(string Label, IReadOnlyList<string> Words)> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        const int labels = 200;
        var (canvas, width) = (new Canvas(), (Canvas.Width - labels) / (double)Math.Max(1, columns.Count));
        var shades = rows.SelectMany(r => r.Words).Distinct().Order(StringComparer.Ordinal).ToList();
        string[] fills = ["#fff", "#d9e8f6", "#eff6fb", "#f4f1fb", "#faf3d1", "#e7f4e4"];
        for (var c = 0; c < columns.Count; c++)
            canvas.Text(labels + (c + 0.5) * width, Top + 6, columns[c], "middle");
        for (var r = 0; r < rows.Count; r++)
        {
            canvas.Text(labels - 8, Top + 34 + r * 28, rows[r].Label, "end");
            for (var c = 0; c < Math.Min(columns.Count, rows[r].Words.Count); c++)
            {
                canvas.Rect(labels + c * width + 1, Top + 16 + r * 28, width - 2, 26, fills[shades.IndexOf(rows[r].Words[c]) % fills.Length], "#71767a");
                canvas.Text(labels + (c + 0.5) * width, Top + 34 + r * 28, rows[r].Words[c], "middle", size: 12);
            }
        }
        return new(title, $"{rows.Count} rows by {columns.Count} columns; the table below says the same.", canvas.ToString(), Top + 28 + rows.Count * 28,
            [new(corner), .. columns.Select(c => new TableColumn(c))], [.. rows.Select(r => (IReadOnlyList<TableCell>)[r.Label, .. r.Words.Select(w => new TableCell(w))])]);
    }

    private static void Axis(Canvas canvas, double top)
    {
        foreach (var part in new[] { 0, 0.5, 1 })
        {
            var y = Top + Plot * (1 - part);
            canvas.Line(Canvas.Left, y, Canvas.Width - Canvas.Right, y);
            canvas.Text(Canvas.Left - 6, y + 4, top == 1 ? Percent(part) : Canvas.Number(top * part), "end", Canvas.Quiet);
        }
    }

    private static string Shown(double? value) => value is { } v ? Canvas.Number(v) : "[c]";

    private static string Signed(double value) => (value > 0 ? "+" : "") + value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0.#%", System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
