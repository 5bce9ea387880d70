namespace ReadinessPassport.Policy;

/// <summary>The sentence templates of print format 1. A change of a word here is a new format: golden files hold it.</summary>
internal sealed class PrintFormat1(Agreement agreement, PolicyVocabulary words)
{
    private readonly PrintPage _page = new();

    public string Print()
    {
        _page.Line($"Agreement {agreement.Id}, version {agreement.Version}{(agreement.Under is null ? "" : $", under {agreement.Under}")}");
        _page.Line(agreement.Title);
        _page.Line(agreement.Summary);
        _page.Blank();
        Term();
        foreach (var party in agreement.Parties)
        {
            var part = English.And(party.Parts.Select(p => p.Replace('-', ' ')));
            var official = party.OfficialName is null ? "" : $" Releases for it: {party.OfficialName}, {party.OfficialTitle}.";
            _page.Line($"Party: {party.Agency} ({words.Label(CodeLists.Agencies, party.Agency)}), as {part}; {party.Contact}.{official}");
        }
        _page.Line($"Purposes, and no others: {English.And(agreement.Purposes.Select(p => "to " + words.Label(CodeLists.Purposes, p)))}.");
        _page.Blank();
        foreach (var basis in agreement.LegalBasis)
            _page.Clause(basis.Clause, Basis(basis));
        foreach (var data in agreement.Data)
            _page.Clause(data.Clause, $"{Agency(data.Provider)} provides: {Labels(data.Categories)}.");
        foreach (var never in agreement.Never)
            _page.Clause(never.Clause, $"Nobody provides, and the system never links or shows: {string.Join("; ", never.Patterns.Select(Pattern))}.");
        if (agreement.Linkage is { } linkage)
            _page.Clause(linkage.Clause, Linkage(linkage));
        foreach (var release in agreement.Release)
            _page.Clause(release.Clause, new ReleaseSentences(agreement, words).Of(release));
        foreach (var prohibition in agreement.Prohibitions)
            _page.Clause(prohibition.Clause, Prohibited(prohibition));
        if (agreement.Redisclosure is { } passing)
            _page.Clause(passing.Clause, Passing(passing));
        if (agreement.Record is { } record)
            _page.Clause(record.Clause, $"Every disclosure is recorded on the forms {English.And(record.Forms)}, kept {(record.Keep == "as-long-as-record" ? "as long as the records themselves" : English.Count(int.Parse(record.Keep, System.Globalization.CultureInfo.InvariantCulture), "year"))}.");
        if (agreement.Withdraw is { } withdraw)
            _page.Clause(withdraw.Clause, $"Any provider may leave. From that moment no new release counts its rows; extracts without them replace the old ones within {English.Count(withdraw.ExtractDays, "day")}.{Note(withdraw.Note)}");
        Ends();
        return _page.ToString();
    }

    private void Term()
    {
        var destroyed = agreement.Dates.DestroyBy is { } day ? $" All data destroyed by {English.Day(day)}, certified within {English.Count(agreement.Dates.CertificateWithinDays ?? 0, "day")}." : "";
        _page.Line($"In force {English.Day(agreement.Dates.Effective)} through {English.Day(agreement.Dates.Expires)}.{destroyed}");
    }

    private string Basis(LegalBasis basis)
    {
        var said = new List<string>();
        foreach (var (key, value) in basis.Map.Entries.Where(e => e.Key.Text is not ("clause" or "provider" or "law" or "cite")).OrderBy(e => e.Key.Text, StringComparer.Ordinal))
            said.Add(Said(key.Text.Replace('_', ' '), value));
        return $"{(basis.Provider == "*" ? "Each provider" : basis.Provider)} rests on {basis.Law} ({basis.Citation}).{string.Concat(said.Select(s => " " + English.Sentence(s)))}";
    }

    private static string Said(string key, YamlNode value) => value switch
    {
        YamlScalar text => $"{key}: {text.Text}",
        YamlList list => $"{key}: {English.And(list.Items.OfType<YamlScalar>().Select(i => i.Text).Order(StringComparer.Ordinal))}",
        YamlMap map when map.Has("duration") => $"{key}: {map.Text("scope")}, to {map.Text("purpose")?.Replace('-', ' ')}, from {English.Day(((YamlScalar)map.Items("duration")[0]).Text)} through {English.Day(((YamlScalar)map.Items("duration")[1]).Text)}",
        YamlMap map => $"{key}: {map.Text("id")} of {English.Day(map.Text("dated"))}, by {map.Text("by") ?? map.Text("court")}",
        _ => key,
    };

    private string Linkage(LinkageClause linkage) =>
        $"{Sentence(English.And(linkage.Fields.Order(StringComparer.Ordinal).Select(f => words.Label(CodeLists.LinkageFields, f))))} are encoded at {English.And(linkage.KeyHolders)} with key {linkage.KeyId}, by the schema {linkage.Schema} ({linkage.SchemaSha256[..12]}…). "
        + $"{agreement.LinkageService} links the encoded records and never holds the key. An encoded record is personal information and its upload a disclosure. "
        + $"Left out before anything is encoded: {English.And(linkage.LeaveOut.Order(StringComparer.Ordinal).Select(f => words.Label(CodeLists.LeaveOut, f)))}. "
        + $"{(linkage.CertifiedOnly ? "Only certified links are used." : "Links of high certainty are used.")} Encodings are kept at most {English.Count(linkage.KeepEncodingsDays, "day")}.";

    private string Prohibited(Prohibition prohibition) => prohibition.Action is { } action
        ? words.Find(CodeLists.Actions, action)!.Enforced
            ? $"The system refuses any request to {words.Label(CodeLists.Actions, action)}.{Note(prohibition.Note)}"
            : $"Whoever receives anything must not {words.Label(CodeLists.Actions, action)}.{Note(prohibition.Note)}"
        : $"Never to {English.Or(prohibition.ToRoles.Order(StringComparer.Ordinal).Select(r => words.Find(CodeLists.Roles, r)?.Plural ?? r))}{(prohibition.Unless.IsEmpty ? "" : ", unless there is " + English.Or(prohibition.Unless.Select(e => words.Label(CodeLists.Exceptions, e))))}.";

    private string Passing(RedisclosureClause passing) => passing.Rule switch
    {
        RedisclosureRule.None => "Whoever receives anything passes it on to nobody.",
        RedisclosureRule.OnlyBackToProvider => "Whoever receives anything passes it on to nobody but the agency it came from.",
        _ => $"Whoever receives anything passes it on to nobody but {English.And(passing.To)}.",
    } + $" Notice {passing.Notice} stands beside the content.";

    private void Ends()
    {
        _page.Blank();
        if (agreement.Breach is { } breach)
            _page.Line($"A breach is notified within {English.Count(breach.NotifyWithinHours, "hour")} ({breach.Citation}); debarment: {breach.Debarment}.");
        _page.Line($"Signed by: {string.Join("; ", agreement.Signatories.Select(s => $"{s.Name}, {s.Title}, for {s.Agency}"))}.");
    }

    private string Agency(string code) => $"{code} ({words.Label(CodeLists.Agencies, code)})";

    private string Labels(IEnumerable<string> categories) => string.Join("; ", categories.Order(StringComparer.Ordinal).Select(c => words.Label(CodeLists.Categories, c)));

    private string Pattern(string pattern) => pattern.EndsWith(".any", StringComparison.Ordinal) ? $"anything of {pattern[..^4]}" : words.Label(CodeLists.Categories, pattern);

    private static string Note(string? note) => note is null ? "" : " " + English.Sentence(note);

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
