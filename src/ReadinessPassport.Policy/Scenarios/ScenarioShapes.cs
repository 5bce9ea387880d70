namespace ReadinessPassport.Policy;

/// <summary>What the files of <c>scenarios/</c> look like: the unit tests of agreements, read by lawyers.</summary>
internal static class ScenarioShapes
{
    public static readonly string[] ConsentStates = [.. Matrix.Consents];

    private static readonly Shape s_moment = Shape.Pattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?\z", "a day or a moment in quotes");
    private static readonly Shape s_word = Shape.Pattern(@"^[^\s]{1,64}\z", "a code, known or not");
    private static readonly Shape s_words = Shape.List(s_word);

    private static readonly MapShape s_person = Shape.Map(
        Key.Required("agency", s_word),
        Key.Required("role", s_word),
        Key.Optional("person", s_word),
        Key.Optional("visa", Shape.OneOfOr(Shape.Map(Key.Required("issuer", s_word), Key.Required("until", s_moment)), "none")));

    public static readonly MapShape Request = Shape.Map(
        Key.Required("requester", s_person),
        Key.Required("purpose", s_word),
        Key.Required("mode", Shape.OneOf("linkage", "aggregate", "consented-individual", "research-extract")),
        Key.Optional("contributors", Shape.MapOf(s_word, Shape.List(s_word, 1), 1)),
        Key.Optional("agreement", s_word),
        Key.Optional("table", s_word),
        Key.Optional("actions", s_words),
        Key.Optional("subject", Shape.Map(Key.Required("age_state", s_word), Key.Required("custody", s_word), Key.Required("relation", s_word))),
        Key.Optional("extract", Shape.Map(Key.Required("quasi", s_words), Key.Required("dates", s_word), Key.Required("geography", s_word), Key.Required("approvals", s_words))),
        Key.Optional("exception", Shape.Map(
            Key.Required("code", s_word),
            Key.Required("evidence", Shape.MapOf(s_word, Shape.Text(200))),
            Key.Optional("approver", s_person),
            Key.Optional("approved", s_moment),
            Key.Required("until", s_moment))),
        Key.Required("at", s_moment));

    private static readonly MapShape s_expect = Shape.Map(
        Key.Required("result", Shape.OneOf("permit", "partly", "deny")),
        Key.Optional("clauses", s_words),
        Key.Optional("reasons", Shape.List(Shape.Pattern(@"^(PERMITTED|E-[A-Z]+)( [A-Za-z0-9._-]+)?\z", "a reason code, with a clause or law"), 1)),
        Key.Optional("permitted", s_words),
        Key.Optional("denied", s_words),
        Key.Optional("minimum_cell", Shape.Int(1, 1000)),
        Key.Optional("minimum_width", Shape.Int(1, 1000)),
        Key.Optional("zeros", Shape.OneOf("publish", "suppress")),
        Key.Optional("review_by", s_words),
        Key.Optional("look_back_years", Shape.Int(1, 30)),
        Key.Optional("obligations", Shape.List(Shape.Text(200), 1)));

    public static readonly MapShape File = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("scenario/1")),
        Key.Required("agreement", Shape.Code(CodeLists.Agreements)),
        Key.Optional("stubs", Shape.Codes(CodeLists.Laws, 1)),
        Key.Optional("laws", Shape.OneOf("as-read", "as-they-are")),
        Key.Required("cases", Shape.List(Shape.Map(
            Key.Required("name", Shape.Text(200)),
            Key.Required("request", Request),
            Key.Optional("consent", Shape.Either(Shape.OneOf(ConsentStates), Shape.List(Shape.Pattern(@"^C-[0-9]{4}-[0-9]{6}\z", "a consent of scenarios/consents/"), 1))),
            Key.Optional("signed", Shape.Bool),
            Key.Optional("suspended", Shape.Codes(CodeLists.Agreements, 1)),
            Key.Optional("withdrawn", Shape.List(s_word, 1)),
            Key.Required("expect", s_expect)), 1)));

    public static readonly MapShape Consent = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("consent/1")),
        Key.Required("id", Shape.Pattern(@"^C-[0-9]{4}-[0-9]{6}\z", "an id like C-2027-000381")),
        Key.Required("signing", Shape.Pattern(@"^S-[0-9]{4}-[0-9]{6}\z", "an id like S-2027-000174")),
        Key.Required("form", Shape.Pattern(@"^CF-[A-Z0-9-]+@[1-9][0-9]*\z", "a form and version like CF-PASSPORT-1@3")),
        Key.Required("language", s_word),
        Key.Required("text_sha256", Shape.Pattern(@"^[0-9a-f]{64}\z", "a SHA-256 in hexadecimal")),
        Key.Required("captured_by", Shape.Code(CodeLists.Agencies)),
        Key.Required("subject", Shape.Map(Key.Required("agency", Shape.Code(CodeLists.Agencies)), Key.Required("handle", Shape.Text(100)))),
        Key.Required("at_signing", Shape.Map(
            Key.Required("age_state", Shape.OneOf(VocabularyShapes.AgeStates)),
            Key.Required("custody", Shape.OneOf(VocabularyShapes.Custodies)),
            Key.Required("custody_evidence", Shape.OrNull(Shape.Map(Key.Required("kind", s_word), Key.Required("id", Shape.Text(100)), Key.Required("seen_on", Shape.Date)))))),
        Key.Required("signers", Shape.List(Shape.Map(
            Key.Required("relation", Shape.Code(CodeLists.Relations)),
            Key.Required("authority", s_word),
            Key.Required("verified_by", Shape.Text(200)),
            Key.Required("verified_on", Shape.Date),
            Key.Required("signature", Shape.Map(Key.Required("kind", Shape.OneOf("e-sign", "wet-ink", "mark-with-witness", "voice-with-witness")), Key.Required("method", Shape.Text(200)), Key.Required("ref", Shape.Text(200))))), 1)),
        Key.Required("from", Shape.Codes(CodeLists.Agencies, 1)),
        Key.Required("to", Shape.List(Shape.Map(Key.Required("agency", Shape.Code(CodeLists.Agencies)), Key.Required("roles", Shape.Codes(CodeLists.Roles, 1))), 1)),
        Key.Required("categories", Shape.Codes(CodeLists.Categories, 1)),
        Key.Required("purpose", Shape.Code(CodeLists.Purposes)),
        Key.Required("covers_laws", Shape.Codes(CodeLists.Laws, 1)),
        Key.Required("statements", Shape.Codes(CodeLists.Statements, 1)),
        Key.Required("signed", Shape.Date),
        Key.Required("expires", Shape.Date),
        Key.Required("single_use", Shape.Bool),
        Key.Required("used", Shape.OrNull(Shape.Map(Key.Required("decision", s_word), Key.Required("at", s_moment)))),
        Key.Required("renews", Shape.OrNull(s_word)),
        Key.Required("revoked", Shape.OrNull(Shape.Map(Key.Required("at", s_moment), Key.Required("by_relation", s_word), Key.Required("receipt", s_word)))));
}
