using ReadinessPassport.Policy;

namespace ReadinessPassport.Tests.Policy;

/// <summary>Requests that the shipped agreements permit; a test changes only what it is about.</summary>
internal static class An
{
    public static DateTimeOffset Noon(string day) => DateTimeOffset.Parse(day + "T17:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    public static Requester Somebody(string agency, string role) => new(agency, role, new Visa(agency, Noon("2031-01-01")), "p-1");

    /// <summary>A DESE analyst asks for T-PK3-02 under MA-2027-004.</summary>
    public static AccessRequest EvaluationTable { get; } = new()
    {
        Requester = Somebody("MA.DESE", "program-analyst"),
        Purpose = "evaluate-education-program",
        Mode = AccessMode.Aggregate,
        Contributors = [],
        Table = "T-PK3-02",
        At = Noon("2027-06-01"),
    };

    /// <summary>An EEC caseworker asks for one child's passport under MA-2027-009.</summary>
    public static AccessRequest Passport { get; } = new()
    {
        Requester = Somebody("MA.EEC", "caseworker"),
        Purpose = "coordinate-services",
        Mode = AccessMode.ConsentedIndividual,
        Contributors = [new("MA.DESE", ["edu.attendance", "edu.enrollment"]), new("MA.EEC", ["ece.enrollment", "ece.subsidy-months"]), new("MA.DCF", ["cw.involvement-level"])],
        Subject = new("child", "parental", "caseload"),
        Agreement = "MA-2027-009",
        At = Noon("2027-06-01"),
    };

    /// <summary>A parent's consent to DESE's and EEC's records for EEC caseworkers.</summary>
    public static ConsentRecord Consent { get; } = new()
    {
        Id = "C-2027-000381",
        Form = "CF-PASSPORT-1@3",
        TextSha256 = Policies.Shipped.Forms.Single().Languages.Single(l => l.Language == "en").TextSha256,
        Language = "en",
        CapturedBy = "MA.EEC",
        AgeState = "child",
        Custody = "parental",
        Signers = [new("P", "legal-custody", "e-sign")],
        From = ["MA.DESE", "MA.EEC"],
        To = [new("MA.EEC", ["caseworker"])],
        Categories = ["ece.enrollment", "edu.attendance", "edu.enrollment"],
        Purpose = "coordinate-services",
        CoversLaws = ["ma.fipa", "ma.student-records", "us.ferpa.consent"],
        Statements = ["copy-given", "may-be-redisclosed-only-as-stated", "may-revoke", "revocation-not-retroactive", "voluntary"],
        Signed = new(2027, 2, 3),
        Expires = new(2028, 2, 3),
    };
}
