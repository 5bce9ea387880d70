namespace ReadinessPassport.Policy;

/// <summary>What denies a whole request before any clause is read: words nobody knows, a credential that does not hold, a debarment.</summary>
internal static class RequestChecks
{
    /// <summary>The role of an agency's program, which sends records; no agreement names it.</summary>
    public const string MachineRole = "agency-machine";

    private static readonly string[] s_relations = ["caseload", "intake", "claimed"];

    public static Reason NoVocabulary { get; } = Whole(ReasonCode.Indeterminate, "vocab", "The policy folder's vocabularies did not load, or this machine does not know their time zone.", "passport-review policy check on the policy folder");

    public static Reason Broken(Exception e) => Whole(ReasonCode.Indeterminate, null, $"The decision could not be made ({e.GetType().Name}).", "try again; report it if it stays");

    /// <summary>Null when the request gets past.</summary>
    public static Reason? Find(AccessRequest request, PolicyFolder folder) => UnknownWord(request, folder) ?? Missing(request) ?? BadVisa(request) ?? Debarred(request, folder);

    private static Reason? UnknownWord(AccessRequest request, PolicyFolder folder)
    {
        var words = folder.Vocabulary!;
        if (Unknown(CodeLists.Agencies, request.Requester.Agency) is { } who)
            return who;
        if (!(request.Mode == AccessMode.Linkage && request.Requester.Role == MachineRole) && Unknown(CodeLists.Roles, request.Requester.Role) is { } role)
            return role;
        if (!(request.Mode == AccessMode.Linkage && request.Purpose.Length == 0) && Unknown(CodeLists.Purposes, request.Purpose) is { } purpose)
            return purpose;
        for (var i = 0; i < request.Contributors.Count; i++)
        {
            var contribution = request.Contributors[i];
            if (Unknown(CodeLists.Agencies, contribution.Agency) is { } agency)
                return agency;
            for (var j = 0; j < contribution.Categories.Count; j++)
            {
                if (Unknown(CodeLists.Categories, contribution.Categories[j]) is { } category)
                    return category;
            }
        }
        for (var i = 0; i < request.Actions.Count; i++)
        {
            if (Unknown(CodeLists.Actions, request.Actions[i]) is { } action)
                return action;
        }
        if (request.Exception is { } exception && Unknown(CodeLists.Exceptions, exception.Code) is { } code)
            return code;
        if (request.Table is not null && !folder.Tables.ContainsKey(request.Table))
            return Word("tables", request.Table);
        if (request.Subject is { } subject)
        {
            if (!VocabularyShapes.AgeStates.Contains(subject.AgeState))
                return Word("age-states", subject.AgeState);
            if (!VocabularyShapes.Custodies.Contains(subject.Custody))
                return Word("custodies", subject.Custody);
            if (!s_relations.Contains(subject.Relation))
                return Word("relations", subject.Relation);
        }
        return null;

        Reason? Unknown(string list, string word) => words.Find(list, word) is null ? Word(list, word) : null;
    }

    private static Reason? Missing(AccessRequest request)
    {
        if (request.Contributors.Count == 0 && request.Table is null)
            return Whole(ReasonCode.Indeterminate, null, "The request names nobody's records.", "name at least one contributor and category");
        if (request.Mode == AccessMode.ConsentedIndividual && request.Subject is null)
            return Whole(ReasonCode.Indeterminate, null, "The request says nothing of age, custody and relation.", "attest age state, custody and relation");
        return null;
    }

    private static Reason? BadVisa(AccessRequest request)
    {
        if (request.Requester.Visa is not { } visa)
            return Whole(ReasonCode.Visa, null, "No role credential was shown.", "a role credential of the requester's own agency");
        if (visa.Issuer != request.Requester.Agency)
            return Whole(ReasonCode.Visa, null, $"The role credential is {visa.Issuer}'s, not {request.Requester.Agency}'s.", "a role credential of the requester's own agency");
        return visa.Until < request.At ? Whole(ReasonCode.Visa, null, "The role credential is over.", "a role credential that is not over") : null;
    }

    private static Reason? Debarred(AccessRequest request, PolicyFolder folder)
    {
        if (folder.Debarments.IsEmpty)
            return null;
        var day = folder.Vocabulary!.Limits.DayOf(request.At);
        foreach (var entry in folder.Debarments)
        {
            var meant = entry.Agency is not null ? entry.Agency == request.Requester.Agency : entry.Person == request.Requester.Person;
            if (meant && day >= entry.From && (entry.Until is null || day <= entry.Until))
                return Whole(ReasonCode.Debarred, "debarment", "The requester stands on the debarment register.", "the end of the debarment") with { Citation = entry.Citation };
        }
        return null;
    }

    private static Reason Word(string list, string word) => Whole(ReasonCode.Vocabulary, list, $"'{StrictYaml.Shorten(word)}' is no code of {list}.", "a code of the policy's vocabularies");

    private static Reason Whole(ReasonCode code, string? clause, string words, string remedy) => new(code, null, null, null, clause, null, null, words, remedy);
}
