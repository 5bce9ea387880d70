using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A regime that passes for one person only on a consent: one of its consent ways must be among the laws the form covers, with the statements that way asks for.</summary>
internal sealed record ConsentNeed(ImmutableArray<LawPack> Ways)
{
    /// <summary>Null for a regime that asks for no consent.</summary>
    public static ConsentNeed? Of(RegimeTerms regime)
    {
        var permits = regime.Ways.SelectMany(w => w.Pack.Permits.Where(p => p.Modes.Has(AccessMode.ConsentedIndividual) && p.Exception is null).Select(p => (w.Pack, p.Recipients))).ToList();
        return permits.Count == 0 || permits.Exists(p => p.Recipients != RecipientRule.NamedInConsent) ? null : new([.. permits.Select(p => p.Pack).Distinct()]);
    }

    public bool IsMetBy(ConsentRecord consent)
    {
        foreach (var way in Ways)
        {
            if (consent.CoversLaws.Contains(way.Id) && States(consent, way))
                return true;
        }
        return false;
    }

    private static bool States(ConsentRecord consent, LawPack way)
    {
        foreach (var element in way.ConsentElements)
        {
            if (!consent.Statements.Contains(element))
                return false;
        }
        return true;
    }
}
