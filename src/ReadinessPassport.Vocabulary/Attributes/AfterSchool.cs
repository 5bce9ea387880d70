using static ReadinessPassport.Vocabulary.Define;

namespace ReadinessPassport.Vocabulary;

/// <summary>Attributes of leaving high school and of what comes after.</summary>
internal static class AfterSchool
{
    public static readonly AttributeDefinition[] Attributes =
    [
        Public("hs.massCore", "Completed MassCore", "edu.graduation", [], YesNo),
        Public("hs.biliteracy", "Seal of biliteracy", "edu.graduation", [], YesNo),
        Sensitive("hs.outcome", "High-school outcome", "edu.graduation", ["000138", "000584"],
            new("DIPLOMA4", "Diploma within four years"), new("DIPLOMA5", "Diploma in the fifth year"), new("EQUIV", "Equivalency credential"),
            new("CERT", "Certificate of attainment"), new("ENROLLED", "Still enrolled"), new("DROPOUT", "Dropped out")),
        Sensitive("ps.enrolled16", "In postsecondary education within 16 months", "edu.postsecondary", ["000586"],
            new("Enrolled", "Enrolled"), new("NotEnrolled", "Not enrolled"), new("NoInformation", "No information")),
        Sensitive("ps.sector", "Postsecondary sector", "edu.postsecondary", [],
            new("PUB2", "Public, two years"), new("PUB4", "Public, four years"), new("PRIV", "Private"), new("OUT", "Out of state")),
        Sensitive("ps.load", "Postsecondary load", "edu.postsecondary", ["000096"],
            new("01", "Full-time"), new("02", "Three-quarter time"), new("03", "Half-time"), new("04", "Less than full-time"), new("05", "Less than half-time")),
    ];
}
