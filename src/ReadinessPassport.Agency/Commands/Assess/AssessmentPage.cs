using System.Globalization;
using System.Net;
using System.Text;

namespace ReadinessPassport.Agency.Commands.Assess;

/// <summary>The report as one page that needs nothing else: for the security officer's file.</summary>
internal static class AssessmentPage
{
    /// <summary>The page.</summary>
    public static string Of(AssessmentReport report)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Re-identification report</title><style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{padding:.3rem .8rem;border-bottom:1px solid #767676;text-align:left}td.n{text-align:right}</style>");
        page.Append("<h1>Re-identification report</h1><p><strong>").Append(Text(report.Verdict)).Append("</strong></p>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Encoding schema {Text(report.Schema.Name)}; {report.People:N0} invented people; the attacker has a list of all of them and no key.</p>");
        page.Append("<table><caption>Named rightly, with confidence</caption><thead><tr><th scope=\"col\">Attack</th><th scope=\"col\">On</th><th scope=\"col\">Claimed</th><th scope=\"col\">Right</th><th scope=\"col\">Share</th></tr></thead><tbody>");
        foreach (var r in report.Results.OrderByDescending(r => r.Named))
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(r.Attack)}</td><td>{Text(r.Target)}</td><td class=\"n\">{r.Claimed:N0}</td><td class=\"n\">{r.Right:N0}</td><td class=\"n\">{r.Named * 100:0.0} %</td></tr>");
        page.Append("</tbody></table>");
        if (report.Findings.Any())
        {
            page.Append("<h2>Findings</h2><ul>");
            foreach (var (sentence, remedy) in report.Findings)
                page.Append("<li>").Append(Text(sentence)).Append(" Remedy: ").Append(Text(remedy)).Append(".</li>");
            page.Append("</ul>");
        }
        return page.Append("<p>Encodings are pseudonymous personal data, never anonymous. An attack that is not listed may do better.</p></html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
