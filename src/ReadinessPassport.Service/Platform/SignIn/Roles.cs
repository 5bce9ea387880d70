namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The role codes that tokens and agreements use, and the one that machines have.</summary>
internal static class Roles
{
    public const string Caseworker = "caseworker";
    public const string DataSteward = "data-steward";
    public const string LegalReviewer = "legal-reviewer";
    public const string ProgramAnalyst = "program-analyst";
    public const string LinkageOperator = "linkage-operator";
    public const string PrivacyOfficer = "privacy-officer";
    public const string AgencyHead = "agency-head";

    /// <summary>An agency's program, signed in with its own key rather than a person's password.</summary>
    public const string Machine = "agency-machine";

    /// <summary>What a person may be.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = [Caseworker, DataSteward, LegalReviewer, ProgramAnalyst, LinkageOperator, PrivacyOfficer, AgencyHead];

    /// <summary>Everybody who can sign in.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfPeople, Machine];
}
