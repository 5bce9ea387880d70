using System.Globalization;

namespace ReadinessPassport.Policy;

/// <summary>Reads a request as YAML writes it: in scenarios and for <c>policy explain --request</c>.</summary>
internal static class ScenarioRequest
{
    private static readonly DateTimeOffset s_far = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static AccessRequest Of(YamlMap map) => new()
    {
        Requester = Person(map.Map("requester")!, "p-requester"),
        Purpose = map.Text("purpose")!,
        Mode = AccessModes.Parse(map.Text("mode"))!.Value,
        Contributors = [.. (map.Map("contributors")?.Entries ?? []).Select(c => new Contribution(c.Key.Text, [.. ((YamlList)c.Value).Items.OfType<YamlScalar>().Select(s => s.Text)]))],
        Agreement = map.Text("agreement"),
        Table = map.Text("table"),
        Actions = map.Texts("actions"),
        Subject = map.Map("subject") is { } subject ? new(subject.Text("age_state")!, subject.Text("custody")!, subject.Text("relation")!) : null,
        Extract = map.Map("extract") is { } extract ? new(extract.Texts("quasi"), extract.Text("dates")!, extract.Text("geography")!, extract.Texts("approvals")) : null,
        Exception = map.Map("exception") is { } exception
            ? new(
                exception.Text("code")!,
                exception.Map("evidence")!.Entries.ToDictionary(e => e.Key.Text, e => ((YamlScalar)e.Value).Text, StringComparer.Ordinal),
                exception.Map("approver") is { } approver ? Person(approver, "p-approver") : null,
                exception.Has("approved") ? Moment(exception.Text("approved")!) : null,
                Moment(exception.Text("until")!))
            : null,
        At = Moment(map.Text("at")!),
    };

    /// <summary>A day is taken at noon in New York, or near it.</summary>
    internal static DateTimeOffset Moment(string text) =>
        text.Length == 10
            ? new DateTimeOffset(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(17, 0)), TimeSpan.Zero)
            : DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Requester Person(YamlMap map, string person)
    {
        var agency = map.Text("agency")!;
        var visa = map["visa"] switch
        {
            YamlMap said => new Visa(said.Text("issuer")!, Moment(said.Text("until")!)),
            YamlScalar => null,
            _ => new Visa(agency, s_far),
        };
        return new(agency, map.Text("role")!, visa, map.Text("person") ?? person);
    }
}
