using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One regime over one provider's category in one agreement. It passes when some way passes (if it has ways), every duty's pack has been read, and no pack says never.</summary>
internal sealed class RegimeTerms
{
    private readonly Agreement _agreement;
    private readonly bool _canPass;
    private readonly ImmutableArray<(LawPack Pack, LegalBasis? Basis)> _open;
    private readonly ImmutableArray<LawPack> _never;

    public RegimeTerms(string regime, ImmutableArray<LawPack> packs, Agreement agreement, string provider)
    {
        (Regime, Packs, _agreement) = (regime, packs, agreement);
        Ways = [.. packs.Where(p => p.IsWay).Select(p => (p, agreement.LegalBasis.FirstOrDefault(b => b.Law == p.Id && b.IsOf(provider))))];
        Duties = [.. packs.Where(p => !p.IsWay)];
        _canPass = Duties.All(d => d.IsRead);
        _open = [.. Ways.Where(w => w.Pack.IsRead && (!w.Pack.MustBeCited || w.Item2 is not null))];
        _never = [.. packs.Where(p => p.Never.SaysAnything)];
    }

    public string Regime { get; }
    public ImmutableArray<LawPack> Packs { get; }
    public ImmutableArray<(LawPack Pack, LegalBasis? Basis)> Ways { get; }
    public ImmutableArray<LawPack> Duties { get; }

    public bool Passes(in LawQuestion question, string category, bool crosses)
    {
        if (!_canPass)
            return false;
        foreach (var pack in _never)
        {
            if (pack.Never.RulesOut(question.Mode, category, question.Recipient, question.RecipientKind))
                return false;
        }
        if (crosses)
        {
            foreach (var duty in Duties)
            {
                if (duty.Applies.Has(question.Mode) && !duty.Send.Has(question.Mode))
                    return false;
            }
        }
        if (Ways.IsEmpty)
            return true;
        foreach (var (pack, basis) in _open)
        {
            if (WayPasses(pack, basis, question, crosses))
                return true;
        }
        return false;
    }

    /// <summary>The way that passes, for reasons and records; null where none does.</summary>
    public LawPack? Way(LawQuestion question, bool crosses) => Ways.FirstOrDefault(w => WayPasses(w.Pack, w.Basis, question, crosses)).Pack;

    /// <summary>The pack that came nearest: cited and of the right mode before others, then by id.</summary>
    public LawPack? Nearest(LawQuestion question) =>
        Packs.Where(p => !p.IsWay && !p.IsRead).FirstOrDefault()
        ?? Ways.OrderBy(w => w.Basis is null ? 1 : 0).ThenBy(w => w.Pack.Permits.Any(p => p.Modes.Has(question.Mode)) ? 0 : 1).ThenBy(w => w.Pack.Id, StringComparer.Ordinal).FirstOrDefault().Pack
        ?? Packs.FirstOrDefault();

    private bool WayPasses(LawPack pack, LegalBasis? basis, in LawQuestion question, bool crosses)
    {
        if (!pack.IsRead || (pack.MustBeCited && basis is null) || (crosses && !pack.Send.Has(question.Mode)))
            return false;
        if (basis?.StudyDuration is { } duration && (question.Day < duration.From || question.Day > duration.Until))
            return false;
        foreach (var permit in pack.Permits)
        {
            if (permit.Modes.Has(question.Mode) && (permit.Purposes is null || permit.Purposes.Contains(question.Purpose)) && (permit.Exception is null || permit.Exception == question.Exception) && Reaches(permit, basis, question))
                return true;
        }
        return false;
    }

    private bool Reaches(LawPermit permit, LegalBasis? basis, in LawQuestion question)
    {
        var recipient = question.Recipient;
        return permit.Recipients switch
        {
            RecipientRule.AnyParty => IsParty(recipient),
            RecipientRule.Designated => basis is not null && basis.AuthorizedRepresentatives.Contains(recipient),
            RecipientRule.HoldersBound => basis is not null && basis.HoldersBound.Contains(recipient),
            RecipientRule.NamedInConsent => question.ConsentActive,
            RecipientRule.Custodian => question.RecipientKind == "child-welfare" && question.Exception == "foster-care-education",
            RecipientRule.ProviderOnly => recipient == question.Provider,
            _ => question.RecipientKind is not null && permit.RecipientKinds.Contains(question.RecipientKind),
        };
    }

    private bool IsParty(string agency)
    {
        foreach (var party in _agreement.Parties)
        {
            if (party.Agency == agency)
                return true;
        }
        return false;
    }
}
