namespace ReadinessPassport.Policy;

/// <summary>What the files of <c>agreements/</c> look like.</summary>
internal static class AgreementShapes
{
    public const string Format = "agreement/1";
    public const string EveryProvider = "*provider";

    public static readonly string[] Kinds = ["enterprise-mou", "data-sharing", "data-use-license"];
    public static readonly string[] Statuses = ["draft", "active", "suspended", "terminated"];
    public static readonly string[] Parts = ["provider", "recipient", "linkage-service", "researcher"];

    private static readonly Shape s_agreementId = Shape.Pattern(@"^[A-Z]{2,6}-[0-9]{4}-[0-9]{3}\z", "an id like MA-2027-004");
    private static readonly Shape s_hash = Shape.Pattern(@"^[0-9a-f]{64}\z", "a SHA-256 in 64 lower-case hexadecimal digits");
    private static readonly Shape s_agency = Shape.Code(CodeLists.Agencies);

    private static readonly Shape s_clause = Shape.Pattern(@"^[A-Z][0-9]{1,2}\z", "a clause id like R1");
    private static readonly Key s_clauseKey = Key.Required("clause", s_clause);

    private static readonly Shape s_signatories = Shape.List(Shape.Map(Key.Required("agency", s_agency), Key.Required("name", Shape.Text(200)), Key.Required("title", Shape.Text(200))), 1);

    private static readonly Shape s_signatures = Shape.List(Shape.Map(
        Key.Required("agency", s_agency),
        Key.Required("name", Shape.Text(200)),
        Key.Required("title", Shape.Text(200)),
        Key.Required("key_id", VocabularyShapes.Word),
        Key.Required("algorithm", Shape.OneOf("ed25519")),
        Key.Required("signed_at", Shape.Pattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\z", "a moment in UTC, in quotes, such as \"2027-01-10T15:04:05Z\"")),
        Key.Required("print_format", Shape.Int(1, 1000)),
        Key.Required("text_sha256", s_hash),
        Key.Required("print_sha256", s_hash),
        Key.Required("value", Shape.Pattern(@"^[0-9a-f]{128}\z", "an Ed25519 signature in 128 lower-case hexadecimal digits"))));

    private static readonly Shape s_prohibitions = Shape.List(Shape.Variants(
        m => m.Has("to_roles") ? "to_roles" : m.Has("action") ? "action" : null,
        ("to_roles", Shape.Map(s_clauseKey, Key.Required("to_roles", Shape.Codes(CodeLists.Roles, 1)), Key.Optional("unless", Shape.Codes(CodeLists.Exceptions, 1)))),
        ("action", Shape.Map(s_clauseKey, Key.Required("action", Shape.Code(CodeLists.Actions)), Key.Optional("note", Shape.Text(400))))));

    private static readonly MapShape s_never = Shape.Map(s_clauseKey, Key.Required("never", Shape.Codes(CodeLists.CategoriesAndFamilies, 1)));
    private static readonly MapShape s_given = Shape.Map(s_clauseKey, Key.Required("provider", s_agency), Key.Required("categories", Shape.Codes(CodeLists.Categories, 1)));

    private static readonly Key[] s_everywhere =
    [
        Key.Required("readiness_passport", Shape.OneOf(Format)),
        Key.Required("id", s_agreementId),
        Key.Required("version", Shape.Int(1, 9999)),
        Key.Required("kind", Shape.OneOf(Kinds)),
        Key.Required("status", Shape.OneOf(Statuses)),
        Key.Required("title", Shape.Text(200)),
        Key.Required("summary", Shape.Text(1000)),
        Key.Required("purposes", Shape.Codes(CodeLists.Purposes, 1)),
        Key.Required("prohibitions", s_prohibitions),
        Key.Required("signatories", s_signatories),
        Key.Required("signatures", s_signatures),
    ];

    private static readonly MapShape s_memorandum = Shape.Map(
    [
        .. s_everywhere,
        Key.Required("parties", Shape.List(Party("member"), 2)),
        Key.Optional("data", Shape.List(s_never, 1)),
        Key.Required("dates", Shape.Map(Key.Required("effective", Shape.Date), Key.Required("expires", Shape.Date))),
    ]);

    private static readonly Shape s_linkage = Shape.Map(
        s_clauseKey,
        Key.Required("encoding", Shape.Map(
            Key.Required("schema", VocabularyShapes.Word),
            Key.Required("schema_sha256", s_hash),
            Key.Required("key_id", VocabularyShapes.Word),
            Key.Required("key_holders", Shape.List(s_agency, 1)))),
        Key.Required("fields", Shape.Codes(CodeLists.LinkageFields, 1)),
        Key.Required("legal_status", Shape.OneOf("pii")),
        Key.Required("leave_out", Shape.Codes(CodeLists.LeaveOut, 1)),
        Key.Required("minimum_certainty", Shape.OneOf("high", "certified")),
        Key.Required("keep_encodings_days", Shape.Int(1, 365)));

    /// <summary>An agreement, whose legal-basis clauses may hold what the laws of the folder ask.</summary>
    public static Shape Of(IEnumerable<LawPack> laws)
    {
        var full = Shape.Map(
        [
            .. s_everywhere,
            Key.Required("under", Shape.Code(CodeLists.Agreements)),
            Key.Required("parties", Shape.List(Party(Parts), 2)),
            Key.Required("legal_basis", Shape.List(Basis(laws), 1)),
            Key.Required("data", Shape.List(Shape.Variants(m => m.Has("never") ? "never" : "given", ("given", s_given), ("never", s_never)), 1)),
            Key.Required("linkage", s_linkage),
            Key.Required("release", Shape.List(ReleaseShapes.Clause, 1)),
            Key.Required("redisclosure", Shape.Map(
                s_clauseKey, Key.Required("rule", Shape.OneOf("none", "only-back-to-provider", "listed")), Key.Optional("to", Shape.List(s_agency, 1)), Key.Required("notice", Shape.Code(CodeLists.Notices)))),
            Key.Required("record", Shape.Map(
                s_clauseKey, Key.Required("forms", Shape.Codes(CodeLists.RecordForms, 1)), Key.Required("keep", Shape.OneOfOr(Shape.Int(1, 99), "as-long-as-record")))),
            Key.Optional("withdraw", Shape.Map(
                s_clauseKey, Key.Required("any_provider", Shape.True), Key.Required("new_releases", Shape.OneOf("at-once")), Key.Required("extract_days", Shape.Int(0, 365)), Key.Optional("note", Shape.Text(400)))),
            Key.Required("dates", Shape.Map(
                Key.Required("effective", Shape.Date), Key.Required("expires", Shape.Date), Key.Required("destroy_by", Shape.Date), Key.Required("certificate_within_days", Shape.Int(1, 365)))),
            Key.Required("breach", Shape.Map(Key.Required("notify_within_hours", Shape.Int(1, 72)), Key.Required("cite", Shape.Text(400)), Key.Required("debarment", Shape.Text(400)))),
        ]);
        return Shape.Variants(m => m.Text("kind"), ("enterprise-mou", s_memorandum), ("data-sharing", full), ("data-use-license", full));
    }

    private static Shape Party(params string[] parts) => Shape.Map(
        Key.Required("agency", s_agency),
        Key.Required("as", Shape.List(Shape.OneOf(parts))),
        Key.Required("contact", Shape.Pattern(@"^[^@\s]{1,64}@[^@\s]{1,190}\z", "an e-mail address")),
        Key.Optional("official", Shape.Map(Key.Required("name", Shape.Text(200)), Key.Required("title", Shape.Text(200)))));

    private static Shape Basis(IEnumerable<LawPack> laws) => Shape.VariantsOf(CodeLists.Laws, m => m.Text("law"), [.. laws.OrderBy(l => l.Id, StringComparer.Ordinal).Select(law => (law.Id, Shape.Map(
    [
        s_clauseKey,
        Key.Required("provider", Shape.Code(CodeLists.Agencies, "*")),
        Key.Required("law", Shape.OneOf(law.Id)),
        Key.Required("cite", Shape.Text(400)),
        .. law.AgreementFields.SelectMany(f => f.Split('|')).Distinct(StringComparer.Ordinal).Select(f => Key.Optional(f, LawShapes.BasisFields[f])),
    ])))]);
}
