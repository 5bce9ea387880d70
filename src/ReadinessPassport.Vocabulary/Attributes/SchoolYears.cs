using static ReadinessPassport.Vocabulary.Define;

namespace ReadinessPassport.Vocabulary;

/// <summary>Attributes of the years in school: enrollment, attendance, assessment, programs.</summary>
internal static class SchoolYears
{
    private static readonly AttributeCode[] s_achievement =
        [new("E", "Exceeding expectations"), new("M", "Meeting expectations"), new("PM", "Partially meeting expectations"), new("NM", "Not meeting expectations")];

    private static readonly AttributeCode[] s_growth =
        [new("VL", "Very low (1 to 19)"), new("L", "Low (20 to 39)"), new("M", "Moderate (40 to 59)"), new("H", "High (60 to 79)"), new("VH", "Very high (80 to 99)")];

    private static readonly AttributeCode[] s_grades =
    [
        new("IT", "Infant or toddler"), new("PR", "Preschool"), new("PK", "Prekindergarten"), new("TK", "Transitional kindergarten"), new("KG", "Kindergarten"),
        .. Enumerable.Range(1, 13).Select(g => new AttributeCode(g.ToString("00", System.Globalization.CultureInfo.InvariantCulture), $"Grade {g}")), new("UG", "Ungraded"),
    ];

    public static readonly AttributeDefinition[] Attributes =
    [
        Public("k12.grade", "Grade", "edu.enrollment", ["000100"], s_grades),
        Public("k12.status", "Enrollment status", "edu.enrollment", ["000094"], new("01811", "Currently enrolled"), new("01810", "Previously enrolled")),
        Sensitive("k12.exit", "How enrollment ended", "edu.enrollment", ["000110"],
            new("TRANSFER", "Transferred"), new("GRADUATE", "Graduated"), new("DROPOUT", "Dropped out"), new("AGEDOUT", "Reached the maximum age"),
            new("DECEASED", "Deceased"), new("OTHER", "Another way")),
        Sensitive("k12.mobility", "School changes in the year", "edu.mobility", [], new("0", "None"), new("1", "One"), new("2+", "Two or more")),
        Sensitive("k12.promotion", "Promotion", "edu.enrollment", ["000093"], new("Promotion", "Promoted"), new("Retention", "Retained")),
        Sensitive("att.band", "Attendance band", "edu.attendance", ["000271"],
            new("A", "95 % or more"), new("B", "90 % to under 95 %"), new("C", "80 % to under 90 %"), new("D", "Under 80 %")),
        Sensitive("att.chronic", "Chronically absent (10 % of membership or more)", "edu.attendance", ["002022"], YesNo),
        Sensitive("as.ela3", "Grade 3 reading", "edu.grade3-reading-band", ["000717", "000718", "000021"], s_achievement),
        Sensitive("as.ela", "English language arts", "edu.assessment-level", ["000717", "000718", "000021"], s_achievement),
        Sensitive("as.math", "Mathematics", "edu.assessment-level", ["000717", "000718", "000021"], s_achievement),
        Sensitive("as.sci", "Science", "edu.assessment-level", ["000717", "000718", "000021"], s_achievement),
        Sensitive("as.growthEla", "Growth in English language arts", "edu.assessment-level", [], s_growth),
        Sensitive("as.growthMath", "Growth in mathematics", "edu.assessment-level", [], s_growth),
        Sensitive("as.elp", "English language proficiency level", "edu.assessment-level", ["000717"],
            new("1", "Entering"), new("2", "Emerging"), new("3", "Developing"), new("4", "Expanding"), new("5", "Bridging"), new("6", "Reaching")),
        Sensitive("pg.idea", "Special education", "edu.iep", ["000151"], YesNo),
        Restricted("pg.ideaSetting", "Special education setting", "edu.iep", ["000535", "000559"],
            new("RC80", "Regular class 80 % of the day or more"), new("RC79TO40", "Regular class 40 % to 79 % of the day"), new("RC39", "Regular class under 40 % of the day"),
            new("SS", "Separate school"), new("RF", "Residential facility"), new("HH", "Homebound or hospital"), new("CF", "Correctional facility"),
            new("PPPS", "Parentally placed in private school")),
        Sensitive("pg.s504", "Section 504 plan", "edu.program", ["000249"], YesNo),
        Sensitive("pg.el", "English learner", "edu.program", ["000180"], YesNo),
        Sensitive("pg.lowIncome", "Economically disadvantaged", "edu.free-lunch", ["000086"], YesNo),
        Sensitive("pg.migrant", "Migrant education", "edu.program", ["000189"], YesNo),
        Sensitive("pg.military", "Military-connected", "edu.program", ["001576"],
            new("NotMilitaryConnected", "Not military-connected"), new("ActiveDuty", "Active duty"), new("NationalGuardOrReserve", "National Guard or Reserve")),
        Restricted("pg.homeless", "Without a fixed home", "edu.homeless", ["000149"], YesNo),
        Public("pg.cte", "Career and technical education", "edu.program", ["000037"], YesNo),
    ];
}
