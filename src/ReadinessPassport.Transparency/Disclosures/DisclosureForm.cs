using System.Collections.Immutable;
using static ReadinessPassport.Transparency.Disclosures.DisclosureField;

namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>One law's print: which lines of the union it needs. Which column needs which field: counsel to confirm.</summary>
public sealed class DisclosureForm
{
    private DisclosureForm(string id, string title, string note, params DisclosureField[] fields) => (Id, Title, Note, Fields) = (id, title, note, [.. fields]);

    /// <summary>The six.</summary>
    public static ImmutableArray<DisclosureForm> All { get; } =
    [
        new("ferpa-99.32", "Record of disclosures, 34 CFR 99.32", "Redisclosure is limited by 34 CFR 99.33.",
            When, Receiving, Subject, Categories, Persons, Purpose, Basis, Agreement, Consent, FurtherRecipients, Notice, DisclosureField.Decision),
        new("ma-603cmr23.07", "Student record log, 603 CMR 23.07(4)", "Redisclosure is limited by 34 CFR 99.33.",
            When, Releasing, Receiving, Subject, Categories, Purpose, Consent, DisclosureField.Decision),
        new("ma-fipa", "Uses of personal data, M.G.L. c.66A s.2", "System notice under M.G.L. c.30 s.63: see the policy folder.",
            When, Receiving, Subject, Categories, Persons, Purpose, Basis, Agreement, Consent, Dates, DisclosureField.Decision),
        new("hipaa-164.528", "Accounting of disclosures, 45 CFR 164.528", "Six years back from the request.",
            When, Receiving, Subject, Categories, Purpose, Basis, Consent, DisclosureField.Decision),
        new("idea-access", "Record of access, 34 CFR 300.614 and 303.406", "Redisclosure is limited by 34 CFR 99.33.",
            When, Receiving, Subject, Categories, Purpose, Basis, Consent, Dates, DisclosureField.Decision),
        new("part2-list", "List of disclosures, 42 CFR 2.24 and 2.31", "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
            When, Releasing, Receiving, Subject, Categories, Purpose, Basis, Consent, FurtherRecipients, Notice, DisclosureField.Decision),
    ];

    /// <summary>Such as <c>ferpa-99.32</c>.</summary>
    public string Id { get; }

    /// <summary>Its heading, with the citation.</summary>
    public string Title { get; }

    /// <summary>What stands under it.</summary>
    public string Note { get; }

    /// <summary>The lines, in their order.</summary>
    public ImmutableArray<DisclosureField> Fields { get; }

    /// <summary>The form with an id; null when there is none.</summary>
    public static DisclosureForm? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>What is missing before a disclosure may take place: field and the forms that need it. Anything here stops it (<c>E-INDETERMINATE</c>).</summary>
    /// <remarks>An unknown form is missing altogether. An index comes with the entry and is not asked for beforehand.</remarks>
    public static IReadOnlyList<(string Form, DisclosureField Field)> Missing(DisclosureRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Forms.SelectMany(id => Find(id) is { } form ? form.Fields.Where(f => !form.Holds(record, f)).Select(f => (id, f)) : [(id, When)])];
    }

    /// <summary>Whether this law's print lists the record at all.</summary>
    public bool Lists(DisclosureRecord record, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Id switch
        {
            "ferpa-99.32" => record.NotListed is null,
            "hipaa-164.528" => record.At >= asOf.AddYears(-6),
            _ => true,
        } && record.Forms.Contains(Id);
    }

    private bool Holds(DisclosureRecord record, DisclosureField field)
    {
        var group = record.Subject?.IsGroup ?? false;
        return field switch
        {
            When => record.Entry.Length > 0,
            Releasing => record.Releasing is not null,
            Receiving => record.Receiving is not null,
            Subject => record.Subject is not null,
            Categories => !record.Categories.IsDefaultOrEmpty,
            Persons => !group || record.Persons is not null,
            Purpose => record.Purpose is not null && (Id == "hipaa-164.528" || record.Interest is not null),
            Basis => !record.Bases.IsDefaultOrEmpty,
            DisclosureField.Agreement => record.Agreement is not null,
            // A group's rows leave under an agreement; one person's facts rest on a consent or an exception. 99.32(a)(5) asks for it in emergencies only.
            Consent => Id == "ferpa-99.32" || (group && Id != "part2-list") || record.Consent is not null || record.Exception is not null,
            FurtherRecipients => record.FurtherRecipients is not null,
            Notice => record.RedisclosureNotice is not null,
            Dates => record.Expires is not null && record.DestroyBy is not null,
            _ => record.Decision is not null,
        };
    }
}
