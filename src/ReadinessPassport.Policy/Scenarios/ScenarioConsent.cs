namespace ReadinessPassport.Policy;

/// <summary>Reads a consent as YAML writes it, for tests and export.</summary>
internal static class ScenarioConsent
{
    public static ConsentRecord Of(YamlMap map) => new()
    {
        Id = map.Text("id")!,
        Form = map.Text("form")!,
        Language = map.Text("language")!,
        TextSha256 = map.Text("text_sha256")!,
        CapturedBy = map.Text("captured_by")!,
        AgeState = map.Map("at_signing")!.Text("age_state")!,
        Custody = map.Map("at_signing")!.Text("custody")!,
        Signers = [.. map.Maps("signers").Select(s => new ConsentSignature(s.Text("relation")!, s.Text("authority")!, s.Map("signature")!.Text("kind")!))],
        From = map.Texts("from"),
        To = [.. map.Maps("to").Select(t => new ConsentRecipient(t.Text("agency")!, t.Texts("roles")))],
        Categories = map.Texts("categories"),
        Purpose = map.Text("purpose")!,
        CoversLaws = map.Texts("covers_laws"),
        Statements = map.Texts("statements"),
        Signed = map.Date("signed")!.Value,
        Expires = map.Date("expires")!.Value,
        SingleUse = map.Flag("single_use"),
        UsedBy = map.Map("used")?.Text("decision"),
        RevokedAt = map.Map("revoked")?.Text("at") is { } at ? ScenarioRequest.Moment(at) : null,
        Renews = map.Text("renews") is { } renews and not "null" ? renews : null,
    };
}
