using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A clause of section R: in one mode, who may have what for which purpose; or, said aloud, nobody.</summary>
public sealed class ReleaseClause
{
    internal ReleaseClause(YamlMap map)
    {
        Clause = map.Text("clause")!;
        Mode = AccessModes.Parse(map.Text("mode"))!.Value;
        IsNever = map.Has("allow");
        Purposes = map.Texts("purposes").ToFrozenSet(StringComparer.Ordinal);
        To = [.. map.Maps("to").Select(t => new ReleaseRecipient(t.Text("agency")!, t.Texts("roles").ToFrozenSet(StringComparer.Ordinal)))];
        Tables = map.Texts("tables").ToFrozenSet(StringComparer.Ordinal);
        Aggregate = Mode == AccessMode.Aggregate && !IsNever ? new AggregateTerms(map) : null;
        Categories = map.Texts("categories").ToFrozenSet(StringComparer.Ordinal);
        CategoriesInOrder = map.Texts("categories");
        Individual = Mode == AccessMode.ConsentedIndividual && !IsNever ? new IndividualTerms(map) : null;
        Extract = Mode == AccessMode.ResearchExtract && !IsNever ? new ExtractClauseTerms(map) : null;
    }

    /// <summary>Such as <c>R1</c>.</summary>
    public string Clause { get; }

    /// <summary>The mode it is about.</summary>
    public AccessMode Mode { get; }

    /// <summary>Whether it says that nobody may.</summary>
    public bool IsNever { get; }

    /// <summary>What for.</summary>
    public FrozenSet<string> Purposes { get; }

    /// <summary>Who may.</summary>
    public ImmutableArray<ReleaseRecipient> To { get; }

    /// <summary>Of an aggregate: the tables that may be asked.</summary>
    public FrozenSet<string> Tables { get; }

    /// <summary>Of a passport: the categories that may be shown.</summary>
    public FrozenSet<string> Categories { get; }

    /// <summary>Of a passport: its sections, in the order of the text.</summary>
    public ImmutableArray<string> CategoriesInOrder { get; }

    /// <summary>Limits of an aggregate; null in other modes.</summary>
    public AggregateTerms? Aggregate { get; }

    /// <summary>Conditions of a passport; null in other modes.</summary>
    public IndividualTerms? Individual { get; }

    /// <summary>Conditions of an extract; null in other modes.</summary>
    public ExtractClauseTerms? Extract { get; }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Test> _said = new();

    /// <summary>The tests of purpose, agency and role that fail. They depend on the text alone, so what it said is remembered by the asker's number.</summary>
    internal Test Match(Question question, Agreement of)
    {
        if (question.Asker < 0)
            return Matched(question, of);
        return _said.TryGetValue(question.Asker, out var said) ? said : _said.GetOrAdd(question.Asker, Matched(question, of));
    }

    private Test Matched(Question question, Agreement of)
    {
        var (agency, role) = Names(question.Requester, question.Role, of.IsProvider(question.Requester));
        return (Purposes.Contains(question.Purpose) ? Test.None : Test.Purpose) | (agency ? Test.None : Test.Agency) | (role ? Test.None : Test.Role);
    }

    /// <summary>Whether the clause names the agency, and the role in it. Each provider is meant by <c>*provider</c>.</summary>
    private (bool Agency, bool Role) Names(string agency, string role, bool isProvider)
    {
        var named = false;
        foreach (var to in To)
        {
            if (to.Agency != agency && !(isProvider && to.Agency == AgreementShapes.EveryProvider))
                continue;
            if (to.Roles.Contains(role))
                return (true, true);
            named = true;
        }
        return (named, false);
    }
}
