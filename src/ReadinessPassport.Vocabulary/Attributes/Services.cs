using static ReadinessPassport.Vocabulary.Define;

namespace ReadinessPassport.Vocabulary;

/// <summary>Attributes of public services beside school. Attributes under different laws are apart.</summary>
internal static class Services
{
    public static readonly AttributeDefinition[] Attributes =
    [
        Restricted("sv.dcf", "Child-welfare involvement in the year", "cw.involvement-level", ["000225"],
            new("NONE", "None"), new("INHOME", "Services at home"), new("FOSTER", "Foster care"), new("OTHER", "Another kind")),
        Restricted("sv.dys", "Youth-services involvement", "justice.dys", ["000194", "002085"], new("NONE", "None"), new("DETAINED", "Detained"), new("COMMITTED", "Committed")),
        Restricted("sv.dmh", "Mental-health services", "health.mental", [], YesNo),
        Restricted("sv.tafdc", "Cash assistance in the year", "benefit.tanf", ["000777"], YesNo),
        Restricted("sv.snap", "Food assistance in the year", "benefit.snap", ["000777"], YesNo),
        Restricted("sv.ei", "Early intervention", "ei.participation", ["000829"], YesNo),
        Restricted("sv.wic", "WIC", "health.wic", ["000304"], YesNo),
        Restricted("sv.immunization", "Immunization", "health.immunization", ["000438"], new("COMPLETE", "Complete"), new("INCOMPLETE", "Incomplete")),
    ];
}
