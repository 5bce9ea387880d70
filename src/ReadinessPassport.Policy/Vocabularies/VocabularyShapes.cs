namespace ReadinessPassport.Policy;

/// <summary>What the files of <c>vocab/</c> look like.</summary>
internal static class VocabularyShapes
{
    public static readonly string[] AgencyKinds =
        ["education-authority", "school-district", "early-education", "child-welfare", "health", "benefits", "justice", "workforce", "linkage-service", "university", "victim-service-provider"];

    public static readonly string[] Jurisdictions = ["us", "ma", "ri", "ct", "nh", "vt", "me", "ny", "nj", "pa", "md", "de"];

    public static readonly string[] Custodies = ["parental", "guardian", "dcf-custody", "dcf-voluntary", "dys-committed", "emancipated"];

    public static readonly string[] AgeStates = ["child", "youth", "early-college", "adult"];

    public static readonly string[] RecordForms = ["ferpa-99.32", "ma-603cmr23.07", "ma-fipa", "hipaa-164.528", "idea-access", "part2-list"];

    /// <summary>A code: letters, digits, hyphens and full stops, case as written.</summary>
    public static readonly Shape Word = Shape.Pattern(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z", "a code of letters, digits, hyphens and full stops");

    public static readonly Shape Agency = Shape.Pattern(@"^[A-Z]{2,6}\.[A-Z][A-Z0-9]{1,16}\z", "an agency code like MA.DESE");

    private static readonly Key s_format = Key.Required("readiness_passport", Shape.OneOf("vocab/1"));
    private static readonly Key s_label = Key.Required("label", Shape.Text(200));
    private static readonly Key s_retired = Key.Optional("retired", Shape.Date);

    public static readonly MapShape System = Shape.Map(
        s_format,
        Key.Required("zone", Shape.Pattern(@"^[A-Za-z]+(/[A-Za-z_]+)+\z", "a zone like America/New_York")),
        Key.Required("minimum_cell_floor", Shape.Int(2, 1000)),
        Key.Required("minimum_cell_default", Shape.Int(2, 1000)),
        Key.Required("witness_quorum", Shape.Int(1, 100)),
        Key.Required("consent_longest_days", Shape.Int(1, 3660)));

    public static readonly MapShape SigningKeys = Shape.Map(
        s_format,
        Key.Required("keys", Shape.List(Shape.Map(
            Key.Required("key_id", Word),
            Key.Required("agency", Agency),
            Key.Required("name", Shape.Text(200)),
            Key.Required("title", Shape.Text(200)),
            Key.Required("public_key", Shape.Pattern(@"^[0-9a-f]{64}\z", "an Ed25519 public key, 64 lower-case hexadecimal digits")),
            Key.Required("from", Shape.Date),
            Key.Required("until", Shape.OrNull(Shape.Date))))));

    /// <summary>The lists of codes, each with what its codes carry.</summary>
    public static readonly IReadOnlyDictionary<string, MapShape> Lists = new Dictionary<string, MapShape>(StringComparer.Ordinal)
    {
        [CodeLists.Agencies] = Codes(Agency, Key.Required("jurisdiction", Shape.OneOf(Jurisdictions)), Key.Required("kind", Shape.OneOf(AgencyKinds))),
        [CodeLists.Roles] = Codes(Word, Key.Required("plural", Shape.Text(200))),
        [CodeLists.Purposes] = Codes(Word),
        [CodeLists.Categories] = Codes(
            Shape.Pattern(@"^[a-z]+\.[a-z0-9][a-z0-9-]*\z", "a category like edu.attendance"),
            Key.Required("section", Shape.Text(60)),
            Key.Required("specially_protected", Shape.Bool),
            Key.Required("regimes", Shape.List(Word, 1))),
        [CodeLists.Actions] = Codes(Word, Key.Required("force", Shape.OneOf("engine", "duty"))),
        [CodeLists.Exceptions] = Codes(
            Word,
            Key.Required("evidence", Shape.List(Shape.Pattern(@"^[a-z][a-z0-9_]*\z", "a field like order_id"), 1)),
            Key.Required("approver", Shape.Map(Key.Required("agency", Shape.OneOf("provider", "child-welfare", "any")), Key.Required("role", Word))),
            Key.Required("hours", Shape.Int(1, 8784))),
        [CodeLists.LeaveOut] = Codes(Word, Key.Required("minimum", Shape.Bool)),
        [CodeLists.LinkageFields] = Codes(Word),
        [CodeLists.Relations] = Codes(Shape.Pattern(@"^[A-Z]\z", "one capital letter"), Key.Required("custody", Shape.List(Shape.OneOf(Custodies), 1))),
        [CodeLists.Statements] = Codes(Word),
    };

    private static MapShape Codes(Shape code, params Key[] more) =>
        Shape.Map(s_format, Key.Required("codes", Shape.List(Shape.Map([Key.Required("code", code), s_label, .. more, s_retired]), 1)));
}
