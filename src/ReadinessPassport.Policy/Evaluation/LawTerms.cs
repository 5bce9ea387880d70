using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The laws that govern one provider's category in one agreement, by regime, each way with the clause that cites it.</summary>
internal sealed class LawTerms
{
    private readonly PolicyVocabulary _words;
    private readonly ImmutableArray<LawPack> _all;
    private readonly string? _providerJurisdiction;
    private readonly string? _providerKind;
    private readonly string _category;
    private readonly ConcurrentDictionary<int, bool> _said = new();

    public LawTerms(Agreement agreement, string provider, string category, PolicyFolder folder)
    {
        _words = folder.Vocabulary!;
        _category = category;
        _providerJurisdiction = _words.Jurisdiction(provider);
        _providerKind = _words.AgencyKind(provider);
        _all = [.. folder.Laws.Values.OrderBy(l => l.Id, StringComparer.Ordinal)];
        Regimes =
        [
            .. _all.Where(l => l.Governs(category, _providerKind, _providerJurisdiction)).GroupBy(l => l.Regime, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new RegimeTerms(g.Key, [.. g], agreement, provider)),
        ];
        HasWay = Regimes.Any(r => r.Ways.Length > 0);
        Packs = [.. Regimes.SelectMany(r => r.Packs)];
        ConsentNeeds = [.. Regimes.Select(ConsentNeed.Of).OfType<ConsentNeed>()];
        SignerPacks = [.. Packs.Where(p => p.Signers.Names(category))];
        MinimumCell = Packs.Where(p => p.Applies.Has(AccessMode.Aggregate)).Select(p => p.MinimumCell).DefaultIfEmpty().Max();
        IsSingleUse = Packs.Any(p => p.Obligations.Any(o => o.Kind == Obligation.Consume));
    }

    public ImmutableArray<RegimeTerms> Regimes { get; }

    /// <summary>Whether any way governs the category; without one it is unusable.</summary>
    public bool HasWay { get; }

    public ImmutableArray<LawPack> Packs { get; }

    /// <summary>The packs that say who signs for the category.</summary>
    public ImmutableArray<LawPack> SignerPacks { get; }

    /// <summary>What a consent must cover, regime by regime.</summary>
    public ImmutableArray<ConsentNeed> ConsentNeeds { get; }

    /// <summary>The largest smallest count a pack asks for; 0 when none does.</summary>
    public int MinimumCell { get; }

    /// <summary>Whether a law lets a consent serve one disclosure only.</summary>
    public bool IsSingleUse { get; }

    /// <summary>Whether every regime passes. What a law says to recipient, purpose, mode, consent and exception never changes while the same texts are in force, so it is remembered.</summary>
    public bool Pass(in LawQuestion question)
    {
        if (question.Route < 0 || question.Exception is not null)
            return Judge(question);
        var key = (((question.Route << 2) | (int)question.Mode) << 1) | (question.ConsentActive ? 1 : 0);
        return _said.TryGetValue(key, out var said) ? said : _said.GetOrAdd(key, Judge(question));
    }

    private bool Judge(in LawQuestion question)
    {
        if (!HasWay)
            return false;
        var crosses = Crosses(question);
        foreach (var regime in Regimes)
        {
            if (!regime.Passes(question, _category, crosses))
                return false;
        }
        if (!crosses)
            return true;
        foreach (var pack in Receivers(question))
        {
            if (!pack.IsRead || !pack.Receive.Has(question.Mode))
                return false;
        }
        return true;
    }

    /// <summary>The regimes, and the receiving state's packs, that do not pass, for reasons.</summary>
    public IEnumerable<(string Regime, LawPack? Nearest)> Failing(LawQuestion question)
    {
        foreach (var regime in Regimes.Where(r => !r.Passes(question, _category, Crosses(question))))
            yield return (regime.Regime, regime.Nearest(question));
        if (!Crosses(question))
            yield break;
        var receivers = Receivers(question).ToList();
        foreach (var pack in receivers.Where(p => !p.IsRead || !p.Receive.Has(question.Mode)))
            yield return (pack.Regime, pack);
    }

    // A state line is crossed when both ends lie in a state and the states differ; bodies of no state lie on no side of a line.
    private bool Crosses(in LawQuestion question) =>
        question.RecipientJurisdiction is { } to && _providerJurisdiction is { } from && to != from && to != "us" && from != "us";

    // The receiving state speaks through every pack of its own that covers the category, whoever holds it there; a state without one cannot receive.
    private IEnumerable<LawPack> Receivers(LawQuestion question)
    {
        var own = _all.Where(p => p.Jurisdiction == question.RecipientJurisdiction && p.Categories.Contains(_category) && (p.HolderKinds.Count == 0 || (_providerKind is not null && p.HolderKinds.Contains(_providerKind)))).ToList();
        return own.Count > 0 ? own : [.. _all.Where(p => p.Jurisdiction == question.RecipientJurisdiction).Take(1)];
    }
}
