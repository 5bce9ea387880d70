using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>One version of an agreement as it loaded: typed, every code known, every reference resolved.</summary>
public sealed class Agreement
{
    internal Agreement(string path, YamlMap map, JsonObject json)
    {
        Path = path;
        Id = map.Text("id")!;
        Version = map.Int("version")!.Value;
        Kind = map.Text("kind")!;
        Under = map.Text("under");
        Status = map.Text("status")!;
        Title = map.Text("title")!;
        Summary = map.Text("summary")!;
        Parties = [.. map.Maps("parties").Select(p => new Party(p)).OrderBy(p => p.Agency, StringComparer.Ordinal)];
        LinkageService = Parties.FirstOrDefault(p => p.Parts.Contains("linkage-service"))?.Agency;
        LegalBasis = [.. map.Maps("legal_basis").Select(b => new LegalBasis(b)).OrderBy(b => b.Clause, ClauseOrder.Instance)];
        Purposes = [.. map.Texts("purposes").Order(StringComparer.Ordinal)];
        Data = [.. map.Maps("data").Where(d => !d.Has("never")).Select(d => new DataClause(d.Text("clause")!, d.Text("provider")!, d.Texts("categories").ToFrozenSet(StringComparer.Ordinal))).OrderBy(d => d.Clause, ClauseOrder.Instance)];
        Never = [.. map.Maps("data").Where(d => d.Has("never")).Select(d => new NeverClause(d.Text("clause")!, [.. d.Texts("never").Order(StringComparer.Ordinal)])).OrderBy(d => d.Clause, ClauseOrder.Instance)];
        Linkage = map.Map("linkage") is { } linkage ? new LinkageClause(linkage) : null;
        Release = [.. map.Maps("release").Select(r => new ReleaseClause(r)).OrderBy(r => r.Clause, ClauseOrder.Instance)];
        Prohibitions = [.. map.Maps("prohibitions").Select(p => new Prohibition(p)).OrderBy(p => p.Clause, ClauseOrder.Instance)];
        Redisclosure = map.Map("redisclosure") is { } passing ? new RedisclosureClause(passing) : null;
        Record = map.Map("record") is { } record ? new RecordClause(record.Text("clause")!, [.. record.Texts("forms").Order(StringComparer.Ordinal)], record.Text("keep")!) : null;
        Withdraw = map.Map("withdraw") is { } withdraw ? new WithdrawClause(withdraw.Text("clause")!, withdraw.Int("extract_days")!.Value, withdraw.Text("note")) : null;
        Dates = new AgreementDates(map.Map("dates")!);
        Breach = map.Map("breach") is { } breach ? new BreachTerms(breach.Int("notify_within_hours")!.Value, breach.Text("cite")!, breach.Text("debarment")!) : null;
        Signatories = [.. map.Maps("signatories").Select(s => new Signatory(s.Text("agency")!, s.Text("name")!, s.Text("title")!)).OrderBy(s => s.Agency, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
        Signatures = [.. map.Maps("signatures").Select(s => new AgreementSignature(s))];
        TextSha256 = CanonicalJson.Digest(json);
        Json = json;
        Map = map;
    }

    /// <summary>The file, relative to the folder.</summary>
    public string Path { get; }

    /// <summary>Such as <c>MA-2027-004</c>.</summary>
    public string Id { get; }

    /// <summary>1 or more; the highest that is fully signed and whose time has come is in force.</summary>
    public int Version { get; }

    /// <summary><c>enterprise-mou</c>, <c>data-sharing</c> or <c>data-use-license</c>.</summary>
    public string Kind { get; }

    /// <summary>The agreement it stands under; null for a memorandum.</summary>
    public string? Under { get; }

    /// <summary><c>draft</c>, <c>active</c>, <c>suspended</c> or <c>terminated</c>, as the text says; the log may be stricter.</summary>
    public string Status { get; }

    /// <summary>Plain words.</summary>
    public string Title { get; }

    /// <summary>Plain words, never evaluated.</summary>
    public string Summary { get; }

    /// <summary>By agency code.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>Section B.</summary>
    public ImmutableArray<LegalBasis> LegalBasis { get; }

    /// <summary>The closed list of purposes of all clauses, ordinally.</summary>
    public ImmutableArray<string> Purposes { get; }

    /// <summary>Section D: what each provider gives.</summary>
    public ImmutableArray<DataClause> Data { get; }

    /// <summary>Section D: what nobody gives.</summary>
    public ImmutableArray<NeverClause> Never { get; }

    /// <summary>Section L; null in a memorandum.</summary>
    public LinkageClause? Linkage { get; }

    /// <summary>Section R; empty in a memorandum.</summary>
    public ImmutableArray<ReleaseClause> Release { get; }

    /// <summary>Section X.</summary>
    public ImmutableArray<Prohibition> Prohibitions { get; }

    /// <summary>Section N; null in a memorandum.</summary>
    public RedisclosureClause? Redisclosure { get; }

    /// <summary>Section N; null in a memorandum.</summary>
    public RecordClause? Record { get; }

    /// <summary>Section W; null where none.</summary>
    public WithdrawClause? Withdraw { get; }

    /// <summary>The term.</summary>
    public AgreementDates Dates { get; }

    /// <summary>What a breach brings; null in a memorandum.</summary>
    public BreachTerms? Breach { get; }

    /// <summary>Who must sign.</summary>
    public ImmutableArray<Signatory> Signatories { get; }

    /// <summary>Who has signed, as the text says; <see cref="PolicyFolder.Signing"/> says whether it holds.</summary>
    public ImmutableArray<AgreementSignature> Signatures { get; }

    /// <summary>Digest of the text that is enforced: canonical, without signatures and status.</summary>
    public string TextSha256 { get; }

    /// <summary><c>MA-2027-004@1</c>.</summary>
    public string Reference => $"{Id}@{Version}";

    /// <summary>The canonical text, without signatures and status.</summary>
    internal JsonObject Json { get; }

    /// <summary>The text as read.</summary>
    internal YamlMap Map { get; }

    /// <summary>Every clause id, section by section.</summary>
    public IEnumerable<string> ClauseIds => Map.Entries.SelectMany(e => e.Value is YamlMap one ? [one.Text("clause")] : e.Value is YamlList list ? list.Items.OfType<YamlMap>().Select(m => m.Text("clause")) : []).OfType<string>();

    /// <summary>The agreement as if one clause were not there.</summary>
    internal Agreement Without(string clause) => new(Path, Map.Without(clause), Json);

    /// <summary>Agencies that give data, by code.</summary>
    public IEnumerable<string> Providers => Parties.Where(p => p.IsProvider).Select(p => p.Agency);

    internal bool IsProvider(string agency)
    {
        foreach (var party in Parties)
        {
            if (party.IsProvider && party.Agency == agency)
                return true;
        }
        return false;
    }

    /// <summary>The party that links; null where none does.</summary>
    public string? LinkageService { get; }

    /// <summary>What a provider gives, over all its clauses, ordinally.</summary>
    public IEnumerable<string> CategoriesOf(string provider) => Data.Where(d => d.Provider == provider).SelectMany(d => d.Categories).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Reference;
}
