namespace ReadinessPassport.Policy;

/// <summary>What the files of <c>invariants/</c> look like.</summary>
internal static class InvariantShapes
{
    public static readonly string[] Conditions = ["audit-basis-complete", "linkage-service-holds-nothing", "minimum-cell-is-the-largest", "victim-services-never-given"];

    // A box: for any axis, its values; and two facts that follow from provider and requester.
    private static readonly MapShape s_box = Shape.Map(
        Key.Optional("role", Shape.Codes(CodeLists.Roles, 1)),
        Key.Optional("category", Shape.Codes(CodeLists.CategoriesAndFamilies, 1)),
        Key.Optional("mode", Shape.List(Shape.OneOf("aggregate", "consented-individual", "research-extract"), 1)),
        Key.Optional("time", Shape.List(Shape.OneOf([.. Matrix.Times]), 1)),
        Key.Optional("consent", Shape.List(Shape.OneOf([.. Matrix.Consents]), 1)),
        Key.Optional("exception", Shape.Codes(CodeLists.Exceptions, 1, "none")),
        Key.Optional("requester_kind", Shape.Codes(CodeLists.AgencyKinds, 1)),
        Key.Optional("crosses_a_state_line_unsaid", Shape.True));

    public static readonly MapShape File = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("invariant/1")),
        Key.Required("id", Shape.Pattern(@"^I[1-9][0-9]?\z", "an id like I1")),
        Key.Required("says", Shape.Text(400)),
        Key.Required("kinds", Shape.List(Shape.OneOf("box", "duty", "text", "event"), 1)),
        Key.Optional("forbid", s_box),
        Key.Optional("within", s_box),
        Key.Optional("carries", Shape.List(Shape.Text(100), 1)),
        Key.Optional("condition", Shape.OneOf(Conditions)),
        Key.Optional("event", Shape.Text(400)));
}
