namespace ReadinessPassport.Policy;

/// <summary>What a shape cannot say of an agreement: that its parts fit each other, its laws and the vocabulary.</summary>
internal sealed class AgreementChecks(YamlMap map, ShapeContext context, PolicyVocabulary vocabulary, IReadOnlyDictionary<string, LawPack> laws)
{
    private static readonly string[] s_agencyLists = ["authorized_representatives", "holders_bound"];

    private readonly List<YamlMap> _parties = [.. map.Maps("parties")];

    private bool IsMemorandum => map.Text("kind") == "enterprise-mou";

    public void Check()
    {
        Clauses();
        Parties();
        Dates();
        LegalBasis();
        Data();
        if (IsMemorandum)
            return;
        Linkage();
        new ReleaseChecks(map, context, vocabulary).Check();
        Ends();
    }

    private void Clauses()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, letter) in new[] { ("legal_basis", 'B'), ("data", 'D'), ("linkage", 'L'), ("release", 'R'), ("prohibitions", 'X'), ("redisclosure", 'N'), ("record", 'N'), ("withdraw", 'W') })
        {
            foreach (var clause in map[key] is YamlMap one ? [one] : map.Maps(key))
            {
                if (clause["clause"] is not YamlScalar id)
                    continue;
                if (id.Text[0] != letter)
                    context.Refuse(PolicyCodes.ClauseId, id, $"the clause id '{id.Text}' in {key}", $"an id that begins with {letter}");
                else if (!seen.Add(id.Text))
                    context.Refuse(PolicyCodes.ClauseId, id, $"the clause id '{id.Text}' a second time", "each clause id once in the file");
            }
        }
    }

    private void Parties()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in _parties)
        {
            var agency = party.Text("agency")!;
            if (!seen.Add(agency))
                context.Refuse(PolicyCodes.Repeated, party, $"the party {agency} a second time", "each party once");
            if (party.Items("as").IsEmpty)
                context.Refuse(PolicyCodes.Contradiction, party, $"{agency} without a part in the agreement", "at least one part, such as provider");
            if (party.Texts("as").Contains("provider") && !party.Has("official"))
                context.Refuse(PolicyCodes.MissingKey, party, "no key 'official'", "the releasing person of a provider");
            if (vocabulary.AgencyKind(agency) == "victim-service-provider")
                context.Refuse(PolicyCodes.Contradiction, party, $"{agency}, a victim service provider, as a party", "no such party: its records never leave it");
            if (!map.Maps("signatories").Any(s => s.Text("agency") == agency))
                context.Refuse(PolicyCodes.Contradiction, party, $"nobody who signs for {agency}", "at least one signatory for each party");
        }
        foreach (var signatory in map.Maps("signatories").Where(s => !seen.Contains(s.Text("agency")!)))
            context.Refuse(PolicyCodes.Unresolved, signatory, $"a signatory of {signatory.Text("agency")}, which is no party", "a party of this agreement");
    }

    private void Dates()
    {
        var dates = map.Map("dates")!;
        var (effective, expires, destroy) = (dates.Date("effective"), dates.Date("expires"), dates.Date("destroy_by"));
        if (effective >= expires)
            context.Refuse(PolicyCodes.DateOrder, dates["expires"]!, $"expires {expires:yyyy-MM-dd}, effective {effective:yyyy-MM-dd}", "expires after effective");
        if (destroy is not null && destroy < expires)
            context.Refuse(PolicyCodes.DateOrder, dates["destroy_by"]!, $"destroy_by {destroy:yyyy-MM-dd}, expires {expires:yyyy-MM-dd}", "destroy_by on or after expires");
    }

    private void LegalBasis()
    {
        foreach (var basis in map.Maps("legal_basis"))
        {
            var provider = basis.Text("provider")!;
            if (provider != "*" && !IsProvider(provider))
                context.Refuse(PolicyCodes.Unresolved, basis["provider"]!, $"{provider}, which provides nothing here", "a provider of this agreement, or \"*\"");
            if (laws.TryGetValue(basis.Text("law")!, out var law))
            {
                foreach (var field in law.AgreementFields.Where(f => !f.Split('|').Any(basis.Has)))
                    context.Refuse(PolicyCodes.LawField, basis, $"no '{field.Replace("|", "' or '", StringComparison.Ordinal)}'", $"what {law.Id} asks a legal basis to say: {law.Citation}");
            }
            foreach (var (key, agency) in s_agencyLists.SelectMany(k => basis.Items(k).OfType<YamlScalar>().Select(a => (k, a))))
            {
                if (_parties.All(p => p.Text("agency") != agency.Text))
                    context.Refuse(PolicyCodes.Unresolved, agency, $"{agency.Text} in {key}, which is no party", "a party of this agreement");
            }
            if (basis.Map("study")?.Items("duration").OfType<YamlScalar>().Select(d => d.Text).ToArray() is [var from, var until] && string.CompareOrdinal(from, until) > 0)
                context.Refuse(PolicyCodes.DateOrder, basis.Map("study")!["duration"]!, $"a study from {from} until {until}", "its first day before its last");
        }
    }

    private void Data()
    {
        var never = map.Maps("data").SelectMany(d => d.Texts("never")).ToList();
        foreach (var given in map.Maps("data").Where(d => !d.Has("never")))
        {
            if (!IsProvider(given.Text("provider")!))
                context.Refuse(PolicyCodes.Unresolved, given["provider"]!, $"{given.Text("provider")}, which is no provider here", "a party whose part is provider");
            foreach (var category in given.Items("categories").OfType<YamlScalar>().Where(c => never.Any(n => PolicyVocabulary.Covers(n, c.Text))))
                context.Refuse(PolicyCodes.Contradiction, category, $"{category.Text} both given and never given", "one of the two");
        }
        foreach (var party in _parties.Where(p => !IsMemorandum && p.Texts("as").Contains("provider") && map.Maps("data").All(d => d.Text("provider") != p.Text("agency"))))
            context.Refuse(PolicyCodes.Contradiction, party, $"{party.Text("agency")}, a provider without a data clause", "a data clause, or another part");
    }

    private void Linkage()
    {
        var linkage = map.Map("linkage")!;
        foreach (var holder in linkage.Map("encoding")!.Items("key_holders").OfType<YamlScalar>().Where(h => !IsProvider(h.Text) || Parts(h.Text).Contains("linkage-service")))
            context.Refuse(PolicyCodes.Contradiction, holder, $"{holder.Text} as a holder of the linkage key", "providers only, never the linkage service");
        foreach (var flag in vocabulary.InOrder[CodeLists.LeaveOut].Where(f => vocabulary.Find(CodeLists.LeaveOut, f)!.IsMinimum && !linkage.Texts("leave_out").Contains(f)))
            context.Refuse(PolicyCodes.Contradiction, linkage["leave_out"]!, $"no {flag}", $"at least the flags every agreement leaves out, among them {flag}");
        if (_parties.Count(p => p.Texts("as").Contains("linkage-service")) != 1)
            context.Refuse(PolicyCodes.Contradiction, map["parties"]!, "not exactly one linkage service", "one party whose part is linkage-service");
    }

    private void Ends()
    {
        var passing = map.Map("redisclosure")!;
        if (passing.Text("rule") == "listed" && !passing.Has("to"))
            context.Refuse(PolicyCodes.MissingKey, passing, "no key 'to'", "to whom may be passed on, with rule: listed");
        if (passing.Text("rule") != "listed" && passing.Has("to"))
            context.Refuse(PolicyCodes.WrongPlace, passing["to"]!, "the key 'to'", "no such key unless rule is listed");
        var states = _parties.Where(p => p.Texts("as").Contains("provider")).Select(p => vocabulary.Jurisdiction(p.Text("agency")!)).Distinct().Count();
        if (states > 1 && !map.Has("withdraw"))
            context.Refuse(PolicyCodes.MissingKey, map, "no key 'withdraw'", "how a provider leaves, since providers lie in several states");
    }

    private bool IsProvider(string agency) => Parts(agency).Contains("provider");

    private IEnumerable<string> Parts(string agency) => _parties.Where(p => p.Text("agency") == agency).SelectMany(p => p.Texts("as"));
}
