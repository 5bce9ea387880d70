using static ReadinessPassport.Vocabulary.Define;

namespace ReadinessPassport.Vocabulary;

/// <summary>Attributes from birth to kindergarten entry.</summary>
internal static class EarlyYears
{
    public static readonly AttributeDefinition[] Attributes =
    [
        Sensitive("el.program", "Early-education program", "ece.enrollment", ["000829"],
            new("StatePreschool", "State-funded preschool"), new("PublicPreschool", "Public-school preschool"), new("PrivatePreschool", "Private preschool"),
            new("ChildCare", "Center-based child care"), new("FamilyChildCare", "Family child care"), new("HomeVisiting", "Home visiting"),
            new("Other", "Another program"), new("None", "No program")),
        Sensitive("el.headStart", "Head Start", "ece.head-start", ["000829"],
            new("HeadStart", "Head Start"), new("EarlyHeadStart", "Early Head Start"), new("None", "Neither")),
        Sensitive("el.subsidy", "Child-care subsidy", "ece.subsidy-months", ["000304"], YesNo),
        Sensitive("el.screening", "Developmental screening", "ece.screening", ["000314"],
            new("FurtherEvaluationNeeded", "Further evaluation needed"), new("NoFurtherEvaluationNeeded", "No further evaluation needed"),
            new("NoScreeningPerformed", "No screening performed")),
        Public("kg.day", "Kindergarten day", "edu.enrollment", ["000491"],
            new("FullDay", "Full day"), new("Part-day", "Part of the day"), new("NotProvided", "Not provided")),
        Sensitive("kg.entry", "Kindergarten-entry level", "edu.assessment-level", ["000029", "000717"],
            new("1", "Below"), new("2", "Approaching"), new("3", "Meeting"), new("4", "Exceeding")),
    ];
}
