namespace ReadinessPassport.Policy;

/// <summary>What a release clause looks like in each mode.</summary>
internal static class ReleaseShapes
{
    public static readonly string[] Audits = ["differencing", "insider", "integer", "linear-program"];

    private static readonly Shape s_agency = Shape.Code(CodeLists.Agencies);
    private static readonly Shape s_paper = Shape.Map(Key.Required("by", Shape.Text(200)), Key.Required("id", Shape.Text(100)), Key.Required("dated", Shape.Date));
    private static readonly Shape s_fraction = Shape.Pattern(@"^[1-9][0-9]{0,8}/[1-9][0-9]{0,8}\z", "a fraction \"p/q\"");

    private static readonly Key[] s_any =
    [
        Key.Required("clause", Shape.Pattern(@"^[A-Z][0-9]{1,2}\z", "a clause id like R1")),
        Key.Required("mode", Shape.OneOf("aggregate", "consented-individual", "research-extract")),
    ];

    private static readonly Key[] s_allowed =
    [
        .. s_any,
        Key.Required("purposes", Shape.Codes(CodeLists.Purposes, 1)),
        Key.Required("to", Shape.List(Shape.Map(Key.Required("agency", Shape.Code(CodeLists.Agencies, AgreementShapes.EveryProvider)), Key.Required("roles", Shape.Codes(CodeLists.Roles, 1))), 1)),
    ];

    private static readonly MapShape s_never = Shape.Map([.. s_any, Key.Required("allow", Shape.OneOf("never"))]);

    private static readonly MapShape s_aggregate = Shape.Map(
    [
        .. s_allowed,
        Key.Required("tables", Shape.Codes(CodeLists.Tables, 1)),
        Key.Required("minimum_cell", Shape.Either(Shape.Int(2, 1000), Shape.MapOf(Shape.Code(CodeLists.Agencies, "default"), Shape.Int(2, 1000), 1))),
        Key.Required("zeros", Shape.Either(Shape.OneOf("publish", "suppress"), Shape.MapOf(Shape.Code(CodeLists.Agencies, "default"), Shape.OneOf("publish", "suppress"), 1))),
        Key.Required("percent_ends", Shape.Int(1, 20)),
        Key.Required("suppression", Shape.Map(
            Key.Required("method", Shape.OneOf("complementary-optimal")), Key.Required("minimum_width", Shape.Int(1, 1000)), Key.Required("audit", Shape.List(Shape.OneOf(Audits), 1)))),
        Key.Required("differential_privacy", Shape.Either(Shape.OneOf("none"), Shape.Map(
            Key.Required("rho_total", s_fraction), Key.Required("rho_per_snapshot", s_fraction), Key.Required("tables", Shape.Codes(CodeLists.Tables, 1)), Key.Required("small_true_cells", Shape.OneOf("noised"))))),
        Key.Required("review", Shape.Map(Key.Required("by", Shape.List(s_agency, 1)), Key.Required("business_days", Shape.Int(1, 60)))),
        Key.Required("public", Shape.OneOf("never", "after-review")),
    ]);

    private static readonly MapShape s_individual = Shape.Map(
    [
        .. s_allowed,
        Key.Required("categories", Shape.Codes(CodeLists.Categories, 1)),
        Key.Required("consent_forms", Shape.Codes(CodeLists.Forms, 1)),
        Key.Optional("exceptions", Shape.Codes(CodeLists.Exceptions, 1)),
        Key.Optional("emergency_approval", Shape.OneOf("before", "after")),
        Key.Optional("show", Shape.MapOf(Shape.Code(CodeLists.Categories), Shape.OneOf("participation", "status-band", "date", "detail"), 1)),
        Key.Optional("counsel", s_paper),
        Key.Required("look_back_years", Shape.Int(1, 30)),
        Key.Optional("relation", Shape.List(Shape.OneOf("caseload", "intake", "claimed"), 1)),
        Key.Optional("link_confirmation", Shape.OneOf("steward", "by-rule")),
    ]);

    private static readonly MapShape s_extract = Shape.Map(
    [
        .. s_allowed,
        Key.Required("fields", Shape.Map(
            Key.Required("ids", Shape.OneOf("random-per-project")),
            Key.Required("dates", Shape.OneOf("school-year", "year-month")),
            Key.Required("geography", Shape.OneOf("state", "region")),
            Key.Required("quasi", Shape.Codes(CodeLists.Attributes)))),
        Key.Required("k_anonymity", Shape.Int(5, 1000)),
        Key.Required("place", Shape.Map(Key.Required("enclave", Shape.OneOf("required")), Key.Required("download", Shape.OneOf("never", "after-review")))),
        Key.Required("require", Shape.List(Shape.OneOf("irb-approval", "data-committee-approval", "confidentiality-oath", "dph-24a-approval"))),
    ]);

    public static Shape Clause { get; } = Shape.Variants(
        m => m.Has("allow") ? "never" : m.Text("mode"),
        ("never", s_never),
        ("aggregate", s_aggregate),
        ("consented-individual", s_individual),
        ("research-extract", s_extract));
}
