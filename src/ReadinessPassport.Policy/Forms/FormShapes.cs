namespace ReadinessPassport.Policy;

/// <summary>What forms, notices and the debarment register look like.</summary>
internal static class FormShapes
{
    public static readonly MapShape Form = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("form/1")),
        Key.Required("id", Shape.Pattern(@"^CF-[A-Z0-9]+(-[A-Z0-9]+)*\z", "an id like CF-PASSPORT-1")),
        Key.Required("version", Shape.Int(1, 9999)),
        Key.Required("title", Shape.Text(200)),
        Key.Required("covers_laws", Shape.Codes(CodeLists.Laws, 1)),
        Key.Required("statements", Shape.Codes(CodeLists.Statements, 1)),
        Key.Required("languages", Shape.List(Shape.Map(
            Key.Required("language", Shape.Pattern(@"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\z", "a language tag such as pt-BR")),
            Key.Required("status", Shape.OneOf("draft", "signed-off")),
            Key.Optional("by", Shape.Text(200)),
            Key.Optional("on", Shape.Date)), 1)));

    public static readonly MapShape Notice = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("notice/1")),
        Key.Required("id", Shape.Pattern(@"^N-[A-Z0-9]+(-[A-Z0-9.]+)*\z", "an id like N-FERPA-99.33")),
        Key.Required("cite", Shape.Text(400)),
        Key.Required("text", Shape.Text(4000)));

    public static readonly MapShape Debarment = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("debarment/1")),
        Key.Required("entries", Shape.List(Shape.Variants(
            m => m.Has("agency") ? "agency" : m.Has("person") ? "person" : null,
            ("agency", Entry("agency", Shape.Code(CodeLists.Agencies))),
            ("person", Entry("person", VocabularyShapes.Word))))));

    private static MapShape Entry(string whom, Shape shape) => Shape.Map(
        Key.Required(whom, shape), Key.Required("cite", Shape.Text(400)), Key.Required("from", Shape.Date), Key.Required("until", Shape.OrNull(Shape.Date)));
}
