using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Puts the verdicts on every contributor and category together into one decision.</summary>
internal static class Combination
{
    public static Decision Of(string id, AccessRequest request, IReadOnlyList<ConsentRecord> consents, GivenStates? given, PolicyFolder folder, InForce inForce, Judge judge, PolicyDecisionPoint point)
    {
        var words = folder.Vocabulary!;
        var table = request.Table is not null ? folder.Tables.GetValueOrDefault(request.Table) : null;
        // For a table, what it asks is what its specification says, whatever the request says besides.
        var contributions = table is null ? request.Contributors : [.. request.Contributors, .. table.Contributors];
        var question = new Question
        {
            Requester = request.Requester.Agency,
            RequesterKind = words.AgencyKind(request.Requester.Agency),
            RequesterJurisdiction = words.Jurisdiction(request.Requester.Agency),
            Role = request.Requester.Role,
            Purpose = request.Purpose,
            Mode = request.Mode,
            Table = request.Table,
            Extract = request.Extract,
            Subject = request.Subject,
            Actions = table is null ? request.Actions : [.. request.Actions, .. table.Actions],
            Claim = request.Exception,
            Consents = consents,
            At = request.At,
            Day = words.Limits.DayOf(request.At),
            Person = request.Requester.Person,
            Asker = words.Asker(request.Requester.Agency, request.Requester.Role, request.Purpose),
            Route = words.Route(request.Requester.Agency, request.Purpose),
        };

        var pairs = ImmutableArray.CreateBuilder<PairDecision>();
        var permits = new List<Verdict>();
        var (all, any) = (true, false);
        foreach (var contribution in contributions)
        {
            foreach (var category in contribution.Categories)
            {
                if (Has(pairs, contribution.Agency, category))
                    continue;
                var pair = new PairQuestion(request, given is null ? question : given.Ask(question, contribution.Agency, category), contribution.Agency, category, folder, inForce, judge, point);
                var decided = pair.Decide(permits);
                pairs.Add(decided);
                all &= decided.Permitted;
                any |= decided.Permitted;
            }
        }
        var facts = new DecisionFacts(id, request, folder.Sha256, pairs.ToImmutable(), []);
        // A passport is decided category by category; anything else is one thing.
        if (!(request.Mode == AccessMode.ConsentedIndividual ? any : all && any))
            return new Decision.Denial(facts);
        var parameters = Parameters.Of(permits, request.Mode, words, table);
        return new Decision.Permit(facts, parameters, () => Obligations.Of(permits, parameters, request.Mode, folder));
    }

    private static bool Has(ImmutableArray<PairDecision>.Builder pairs, string provider, string category)
    {
        foreach (var pair in pairs)
        {
            if (pair.Provider == provider && pair.Category == category)
                return true;
        }
        return false;
    }
}
