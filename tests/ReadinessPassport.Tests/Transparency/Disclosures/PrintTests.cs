using ReadinessPassport.Transparency.Disclosures;
using Xunit;

namespace ReadinessPassport.Tests.Transparency.Disclosures;

public class PrintTests
{
    private static readonly DateTimeOffset Asked = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DisclosureRecord Record = new()
    {
        Entry = "E-9QK2-7TB4-01XC",
        At = new(2027, 3, 3, 1, 14, 7, 31, TimeSpan.Zero),
        LocalDate = new(2027, 3, 2),
        Releasing = new("R. Alvarez", "Commissioner", "MA.DESE"),
        Receiving = new("L. Chen", "Caseworker", "MA.EEC", "50 Milk Street, Boston"),
        Subject = new("student", "h:3f9c01ab"),
        Categories = [new("edu.attendance", "School attendance", "band"), new("edu.enrollment", "School enrollment", "value")],
        Purpose = "to coordinate services",
        Interest = "plans the child's care",
        Bases = [new("us.ferpa.consent", "34 CFR 99.30", "R2")],
        Agreement = new("MA-2027-009", 1, "4be1"),
        Consent = "C-2027-000381",
        FurtherRecipients = "nobody",
        RedisclosureNotice = "N-FERPA-99.33",
        Expires = new(2028, 2, 3),
        DestroyBy = new(2029, 9, 30),
        Decision = "D-7F3K-22Q9",
        Index = 1844017,
        Forms = [.. DisclosureForm.All.Select(f => f.Id)],
    };

    public static TheoryData<string> Forms => [.. DisclosureForm.All.Select(f => f.Id)];

    public static TheoryData<string> Removals => [.. Without.Keys];

    private static readonly Dictionary<string, Func<DisclosureRecord, DisclosureRecord>> Without = new()
    {
        ["entry"] = r => r with { Entry = "" },
        ["releasing"] = r => r with { Releasing = null },
        ["receiving"] = r => r with { Receiving = null },
        ["subject"] = r => r with { Subject = null },
        ["categories"] = r => r with { Categories = [] },
        ["persons of a group"] = r => r with { Subject = new("cohort", "K-MA-2027-004"), Persons = null },
        ["purpose"] = r => r with { Purpose = null },
        ["interest"] = r => r with { Interest = null },
        ["basis"] = r => r with { Bases = [] },
        ["agreement"] = r => r with { Agreement = null },
        ["consent"] = r => r with { Consent = null },
        ["further recipients"] = r => r with { FurtherRecipients = null },
        ["notice"] = r => r with { RedisclosureNotice = null },
        ["expiry"] = r => r with { Expires = null },
        ["destruction"] = r => r with { DestroyBy = null },
        ["decision"] = r => r with { Decision = null },
    };

    [Theory, MemberData(nameof(Forms))]
    public void One_record_prints_in_every_form_as_the_golden_file_has_it(string form)
    {
        var path = Path.Combine(Repository.Root, "tests", "ReadinessPassport.Tests", "Transparency", "Disclosures", "Golden", form + ".txt");
        var print = DisclosurePrint.Of(DisclosureForm.Find(form)!, [Record], Asked);

        Assert.Equal(File.ReadAllText(path), print);
    }

    [Fact]
    public void A_full_record_may_leave() => Assert.Empty(DisclosureForm.Missing(Record));

    [Theory, MemberData(nameof(Removals))]
    public void Without_any_one_field_at_least_one_form_stops_the_disclosure(string field) => Assert.NotEmpty(DisclosureForm.Missing(Without[field](Record)));

    [Fact]
    public void A_form_nobody_knows_stops_it_too() => Assert.NotEmpty(DisclosureForm.Missing(Record with { Forms = ["de-gdpr"] }));

    [Fact]
    public void A_record_reads_as_it_was_written() => Assert.Equivalent(Record, DisclosureRecord.FromJson(Record.ToJson()), strict: true);

    [Fact]
    public void A_disclosure_to_the_parent_is_kept_and_not_listed_under_99_32()
    {
        var toParent = Record with { NotListed = "parent", Entry = "E-AAAA-BBBB-CCCC" };

        Assert.DoesNotContain("E-AAAA", DisclosurePrint.Of(DisclosureForm.Find("ferpa-99.32")!, [Record, toParent], Asked), StringComparison.Ordinal);
        Assert.Contains("E-AAAA", DisclosurePrint.Of(DisclosureForm.Find("ma-603cmr23.07")!, [Record, toParent], Asked), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accounting_goes_six_years_back()
    {
        var form = DisclosureForm.Find("hipaa-164.528")!;

        Assert.True(form.Lists(Record, Record.At.AddYears(6)));
        Assert.False(form.Lists(Record, Record.At.AddYears(6).AddSeconds(1)));
    }

    [Fact]
    public void A_parents_view_has_no_trace_of_what_is_kept_from_it()
    {
        var kept = Record with { Entry = "E-DDDD-EEEE-FFFF", Categories = [new("dv.shelter", "Shelter", "participation"), new("edu.attendance", "School attendance", "band")] };
        static bool Keep(string category) => category.StartsWith("dv.", StringComparison.Ordinal) || category is "health.sud-part2" or "health.minor-controlled";

        foreach (var form in DisclosureForm.All)
        {
            Assert.Equal(
                DisclosurePrint.Of(form, DisclosurePrint.ForParent([Record], Keep), Asked),
                DisclosurePrint.Of(form, DisclosurePrint.ForParent([kept, Record], Keep), Asked));
        }
    }

    [Fact]
    public void The_edge_joins_the_name_and_the_record_has_none()
    {
        Assert.Contains("student Made-up Name", DisclosurePrint.Of(DisclosureForm.All[0], [Record], Asked, _ => "Made-up Name"), StringComparison.Ordinal);
        Assert.DoesNotContain("Made-up", Record.ToJson().ToJsonString(), StringComparison.Ordinal);
    }
}
