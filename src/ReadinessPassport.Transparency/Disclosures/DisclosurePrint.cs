using System.Globalization;
using System.Text;

namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>Prints disclosures in a law's form: UTF-8 text with line feeds, oldest first, the same bytes for the same records.</summary>
public static class DisclosurePrint
{
    /// <summary>Prints.</summary>
    /// <param name="form">Which law's.</param>
    /// <param name="records">Those of one person, class, school, district or cohort; what the form need not list is left out without a trace.</param>
    /// <param name="asOf">When it was asked for.</param>
    /// <param name="name">The agency's edge gives the name for a record handle; null prints the reference.</param>
    public static string Of(DisclosureForm form, IEnumerable<DisclosureRecord> records, DateTimeOffset asOf, Func<DisclosureSubject, string>? name = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(records);
        var page = new StringBuilder().Append(form.Title).Append('\n').Append(CultureInfo.InvariantCulture, $"Printed {asOf.UtcDateTime:yyyy-MM-dd}\n");
        foreach (var record in records.Where(r => form.Lists(r, asOf)).OrderBy(r => r.At).ThenBy(r => r.Entry, StringComparer.Ordinal))
        {
            page.Append('\n');
            foreach (var (label, value) in form.Fields.SelectMany(f => Lines(record, f, name)))
                page.Append(CultureInfo.InvariantCulture, $"{label,-22} {value}\n");
        }
        return page.Append('\n').Append(form.Note).Append('\n').ToString();
    }

    /// <summary>The records a parent may see: those on a category that counsel keeps from parents at that age are left out, without gap, number or total.</summary>
    /// <param name="records">All of the person's.</param>
    /// <param name="kept">Whether a category is kept from this parent, such as <c>health.minor-controlled</c>, <c>health.sud-part2</c> and everything under <c>dv.</c></param>
    public static IReadOnlyList<DisclosureRecord> ForParent(IEnumerable<DisclosureRecord> records, Func<string, bool> kept) =>
        [.. records.Where(r => !r.Categories.Any(c => kept(c.Code)))];

    private static IEnumerable<(string Label, string Value)> Lines(DisclosureRecord r, DisclosureField field, Func<DisclosureSubject, string>? name) => field switch
    {
        DisclosureField.When => [("Date", string.Create(CultureInfo.InvariantCulture, $"{r.LocalDate:yyyy-MM-dd} ({r.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC), entry {r.Entry}"))],
        DisclosureField.Releasing => [("Released by", Person(r.Releasing))],
        DisclosureField.Receiving => [("Received by", Person(r.Receiving))],
        DisclosureField.Subject => [("About", r.Subject is null ? "" : $"{r.Subject.Kind} {name?.Invoke(r.Subject) ?? r.Subject.Reference}")],
        DisclosureField.Categories => [("Parts of the record", string.Join("; ", r.Categories.Select(c => $"{c.Label} ({c.Rung})")))],
        DisclosureField.Persons when r.Persons is { } persons => [("How many persons", persons.ToString("#,0", CultureInfo.InvariantCulture))],
        DisclosureField.Purpose => [("Purpose", r.Purpose ?? ""), .. r.Interest is null ? Array.Empty<(string, string)>() : [("Legitimate interest", r.Interest)]],
        DisclosureField.Basis => [("Legal basis", string.Join("; ", r.Bases.Select(b => $"{b.Citation} ({b.Law}), clause {b.Clause}")))],
        DisclosureField.Agreement when r.Agreement is { } a => [("Agreement", string.Create(CultureInfo.InvariantCulture, $"{a.Id} version {a.Version}, text {a.Sha256}"))],
        DisclosureField.Consent when r.Consent is not null => [("Consent", r.Consent)],
        DisclosureField.Consent when r.Exception is not null => [("Exception", r.Exception)],
        DisclosureField.FurtherRecipients => [("May be passed on to", r.FurtherRecipients ?? "")],
        DisclosureField.Notice => [("Notice", r.RedisclosureNotice ?? "")],
        DisclosureField.Dates => [("To be used until", Day(r.Expires)), ("To be destroyed by", Day(r.DestroyBy))],
        DisclosureField.Decision => [("Decision", r.Index is { } i ? string.Create(CultureInfo.InvariantCulture, $"{r.Decision}, log index {i}") : r.Decision ?? "")],
        _ => [],
    };

    private static string Person(DisclosurePerson? p) => p is null ? "" : $"{p.Name}, {p.Position}, {p.Agency}{(p.Address is null ? "" : $", {p.Address}")}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
