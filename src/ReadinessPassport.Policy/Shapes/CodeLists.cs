namespace ReadinessPassport.Policy;

/// <summary>The names of the closed lists that shapes refer to.</summary>
public static class CodeLists
{
    /// <summary>Agencies (<c>vocab/agencies.yml</c>).</summary>
    public const string Agencies = "agencies";

    /// <summary>Roles.</summary>
    public const string Roles = "roles";

    /// <summary>Purposes.</summary>
    public const string Purposes = "purposes";

    /// <summary>Categories.</summary>
    public const string Categories = "categories";

    /// <summary>Categories and their families, such as <c>health.any</c>.</summary>
    public const string CategoriesAndFamilies = "categories-and-families";

    /// <summary>What may be done with an answer.</summary>
    public const string Actions = "actions";

    /// <summary>Exceptions.</summary>
    public const string Exceptions = "exceptions";

    /// <summary>Why a child may have to be left out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>Fields that may be encoded.</summary>
    public const string LinkageFields = "linkage-fields";

    /// <summary>Who signs a consent.</summary>
    public const string Relations = "relations";

    /// <summary>What a consent form states.</summary>
    public const string Statements = "statements";

    /// <summary>Kinds of agencies.</summary>
    public const string AgencyKinds = "agency-kinds";

    /// <summary>Jurisdictions.</summary>
    public const string Jurisdictions = "jurisdictions";

    /// <summary>Disclosure-record forms (AUDIT).</summary>
    public const string RecordForms = "record-forms";

    /// <summary>Law packs of the folder.</summary>
    public const string Laws = "law";

    /// <summary>Tables of the folder.</summary>
    public const string Tables = "tables";

    /// <summary>Consent forms of the folder, without version.</summary>
    public const string Forms = "forms";

    /// <summary>Notices of the folder.</summary>
    public const string Notices = "notices";

    /// <summary>Agreements of the folder.</summary>
    public const string Agreements = "agreements";

    /// <summary>Attributes of the catalogue (<c>rp-vocab/1</c>).</summary>
    public const string Attributes = "attributes";

    internal static bool AreTexts(string? list) => list is Laws or Tables or Forms or Notices or Agreements;

    internal static string Singular(string list) => list switch
    {
        Agencies => "agency",
        Categories or CategoriesAndFamilies => "category",
        LeaveOut => "leave-out flag",
        Laws => "law pack",
        AgencyKinds => "kind of agency",
        RecordForms => "record form",
        _ => list.EndsWith("ies", StringComparison.Ordinal) ? list[..^3] + "y" : list.TrimEnd('s'),
    };
}
