namespace ReadinessPassport.Policy;

/// <summary>What the files of <c>law/</c> look like.</summary>
internal static class LawShapes
{
    public static readonly string[] Modes = ["aggregate", "consented-individual", "linkage", "research-extract"];
    public static readonly string[] Recipients = ["any-party", "designated", "holders-bound", "named-in-consent", "custodian", "provider-only", "listed"];

    private static readonly Shape s_paper = Shape.Map(Key.Required("by", Shape.Text(200)), Key.Required("id", Shape.Text(100)), Key.Required("dated", Shape.Date));

    /// <summary>Every key a law may ask of a legal-basis clause, with what it must look like.</summary>
    public static readonly IReadOnlyDictionary<string, Shape> BasisFields = new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["education_program"] = Shape.Text(400),
        ["authorized_representatives"] = Shape.Codes(CodeLists.Agencies, 1),
        ["activity"] = Shape.Text(1000),
        ["protection"] = Shape.Text(400),
        ["on_behalf_of"] = Shape.Text(400),
        ["study"] = Shape.Map(
            Key.Required("purpose", Shape.Code(CodeLists.Purposes)),
            Key.Required("scope", Shape.Text(400)),
            Key.Required("duration", Shape.Tuple(Shape.Date, 2))),
        ["identification"] = Shape.Text(400),
        ["holders_bound"] = Shape.Codes(CodeLists.Agencies, 1),
        ["designation"] = s_paper,
        ["approval"] = s_paper,
        ["certificate"] = s_paper,
        ["order"] = Shape.Map(Key.Required("court", Shape.Text(200)), Key.Required("id", Shape.Text(100)), Key.Required("dated", Shape.Date)),
    };

    public static readonly MapShape Pack = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("law-pack/1")),
        Key.Required("id", VocabularyShapes.Word),
        Key.Required("regime", VocabularyShapes.Word),
        Key.Required("kind", Shape.OneOf("way", "duty")),
        Key.Required("jurisdiction", Shape.Code(CodeLists.Jurisdictions)),
        Key.Required("status", Shape.OneOf("stub", "read")),
        Key.Optional("read_on", Shape.Date),
        Key.Optional("read_by", Shape.Text(200)),
        Key.Required("cite", Shape.Text(400)),
        Key.Required("governs", Shape.Map(
            Key.Required("categories", Shape.Codes(CodeLists.CategoriesAndFamilies, 1)),
            Key.Required("holders", Shape.Codes(CodeLists.AgencyKinds)))),
        Key.Required("permits", Shape.List(Shape.Map(
            Key.Required("modes", Shape.List(Shape.OneOf(Modes), 1)),
            Key.Required("purposes", Shape.Either(Shape.OneOf("any"), Shape.Codes(CodeLists.Purposes, 1))),
            Key.Required("recipients", Shape.OneOf(Recipients)),
            Key.Optional("recipient_kinds", Shape.Codes(CodeLists.AgencyKinds, 1)),
            Key.Optional("exception", Shape.Code(CodeLists.Exceptions))))),
        Key.Optional("applies", Shape.List(Shape.OneOf(Modes), 1)),
        Key.Required("cited", Shape.OneOf("required", "not-needed")),
        Key.Required("agreement_fields", Shape.List(Shape.OneOf([.. BasisFields.Keys, "approval|order"]))),
        Key.Required("consent_elements", Shape.Codes(CodeLists.Statements)),
        Key.Required("signers", Shape.MapOf(Shape.Code(CodeLists.CategoriesAndFamilies), Shape.Map(
            [.. VocabularyShapes.AgeStates.Select(a => Key.Optional(a, Shape.List(Shape.List(Shape.Pattern(@"^[A-Z](:own-care)?\z", "a relation such as P, or S:own-care"), 1), 1)))]))),
        Key.Required("evidence", Shape.List(Shape.Pattern(@"^[a-z][a-z0-9_]*\z", "a field like order_id"))),
        Key.Required("minimum_cell", Shape.Int(0, 1000)),
        Key.Required("never", Shape.Map(
            Key.Required("modes", Shape.List(Shape.OneOf(Modes))),
            Key.Required("categories", Shape.Codes(CodeLists.CategoriesAndFamilies)),
            Key.Required("recipients", Shape.Codes(CodeLists.Agencies)),
            Key.Required("requester_kinds", Shape.Codes(CodeLists.AgencyKinds)))),
        Key.Required("cross_border", Shape.Map(Key.Required("send", Shape.List(Shape.OneOf(Modes))), Key.Required("receive", Shape.List(Shape.OneOf(Modes))))),
        Key.Required("obligations", Shape.List(Shape.Pattern(@"^(destroy|consent-copy|consume|suppress\+audit|(notice|record|duty):[A-Za-z0-9][A-Za-z0-9.-]*)\z", "an obligation such as destroy or notice:N-FERPA-99.33"))));
}
