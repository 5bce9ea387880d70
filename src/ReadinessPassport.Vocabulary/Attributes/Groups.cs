using static ReadinessPassport.Vocabulary.Define;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// Attributes by which tables are divided. Region and district are those of the enrolling school and belong to enrollment: whoever may know that a
/// child is enrolled may know where; the demographic groups are a category of their own.
/// </summary>
internal static class Groups
{
    public static readonly AttributeDefinition[] Attributes =
    [
        Sensitive("dm.sex", "Sex", "demo.group", ["000255"], new("Female", "Female"), new("Male", "Male"), new("NotSelected", "Not selected")),
        Sensitive("dm.race", "Race", "demo.group", ["001943"],
            new("AmericanIndianOrAlaskaNative", "American Indian or Alaska Native"), new("Asian", "Asian"), new("BlackOrAfricanAmerican", "Black or African American"),
            new("NativeHawaiianOrOtherPacificIslander", "Native Hawaiian or other Pacific Islander"), new("White", "White"),
            new("TwoOrMoreRaces", "Two or more races"), new("RaceAndEthnicityUnknown", "Not reported")),
        Sensitive("dm.hispanic", "Hispanic or Latino", "demo.group", ["000144"], YesNo),
        Sensitive("geo.region", "Region of the enrolling school", "edu.enrollment", [],
            new("R1", "Northeast"), new("R2", "Boston and Southeast"), new("R3", "Central"), new("R4", "West")),
        new("geo.district", "District of the enrolling school", "edu.enrollment", AttributeClass.Sensitive, [], [], digits: 4),
        Sensitive("dm.langGroup", "Language at home", "demo.group", ["000317"],
            new("EN", "English"), new("ES", "Spanish"), new("PT", "Portuguese"), new("HT", "Haitian Creole"), new("ZH", "Chinese"), new("VI", "Vietnamese"),
            new("CV", "Cape Verdean Creole"), new("Other", "Another language")),
    ];
}
