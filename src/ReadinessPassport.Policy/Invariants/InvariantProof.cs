using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// Checks invariants on every case of every agreement of a folder, as if signed by all and read by counsel. The enumeration is complete over the axes, so
/// what holds on every case is proved; events are left to whoever has the log.
/// </summary>
public sealed class InvariantProof
{
    private readonly PolicyFolder _folder;

    private InvariantProof(PolicyFolder folder, ImmutableArray<Invariant> invariants, ImmutableArray<TextProblem> problems) => (_folder, Invariants, Problems) = (folder, invariants, problems);

    /// <summary>The invariants by number.</summary>
    public ImmutableArray<Invariant> Invariants { get; }

    /// <summary>What keeps invariant files from loading.</summary>
    public ImmutableArray<TextProblem> Problems { get; }

    /// <summary>Loads the invariants of a folder.</summary>
    /// <param name="folder">Loaded with signatures as given and laws as read, or as the proof should take them.</param>
    public static InvariantProof Load(PolicyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var problems = new List<TextProblem>();
        var invariants = new List<Invariant>();
        foreach (var text in folder.Texts.Values.Where(t => t.Path.StartsWith("invariants/", StringComparison.Ordinal) && t.Path.EndsWith(".yml", StringComparison.Ordinal)))
        {
            var before = problems.Count;
            if (StrictYaml.Read(text, problems) is not { } map)
                continue;
            InvariantShapes.File.Check(map, new ShapeContext(text.Path, folder.Codes, problems));
            if (problems.Count == before)
                invariants.Add(new Invariant(map));
        }
        return new InvariantProof(folder, [.. invariants.OrderBy(i => i.Id, ClauseOrder.Instance)], [.. problems]);
    }

    /// <summary>Checks every invariant on one agreement.</summary>
    /// <returns>How many cases were decided, and the smallest case of each invariant that does not hold.</returns>
    public (long Cases, ImmutableArray<InvariantViolation> Violations) Check(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var violations = ImmutableArray.CreateBuilder<InvariantViolation>();
        var matrix = agreement.Release.IsEmpty ? null : Matrix.Of(agreement, _folder);
        foreach (var invariant in Invariants)
        {
            if (matrix is not null && FirstBroken(invariant, matrix) is { } broken)
                violations.Add(new(invariant, agreement.Reference, Text(matrix, broken)));
            else if (invariant.Condition is { } condition && TextConditions.Broken(condition, agreement, _folder, matrix) is { } clause)
                violations.Add(new(invariant, agreement.Reference, clause));
        }
        return (matrix?.Cases ?? 0, violations.ToImmutable());
    }

    private ImmutableArray<int>? FirstBroken(Invariant invariant, Matrix matrix)
    {
        foreach (var at in matrix.Allowed)
        {
            if (invariant.Forbid is { } forbidden && Lies(at, forbidden, matrix))
                return at;
            if (invariant.Within is { } within && Lies(at, within, matrix) && !invariant.Carries.All(Duties(at, matrix).Contains))
                return at;
        }
        return null;
    }

    private HashSet<string> Duties(ImmutableArray<int> at, Matrix matrix)
    {
        var verdict = matrix.Decide(at)!.Value;
        var mode = AccessModes.OfRelease[at[5]];
        return Obligations.Of([verdict], Parameters.Of([verdict], mode, _folder.Vocabulary!, null), mode, _folder).Select(o => o.ToString()).ToHashSet(StringComparer.Ordinal);
    }

    private bool Lies(ImmutableArray<int> at, YamlMap box, Matrix matrix)
    {
        for (var i = 0; i < matrix.Axes.Length; i++)
        {
            var axis = matrix.Axes[i];
            if (box.Has(axis.Name) && !box.Texts(axis.Name).Any(v => v == axis.Values[at[i]] || PolicyVocabulary.Covers(v, axis.Values[at[i]])))
                return false;
        }
        var (provider, requester) = (matrix.Axes[0].Values[at[0]], matrix.Axes[1].Values[at[1]]);
        if (box.Has("requester_kind") && !(_folder.Vocabulary!.AgencyKind(requester) is { } kind && box.Texts("requester_kind").Contains(kind)))
            return false;
        return !box.Has("crosses_a_state_line_unsaid") || CrossesUnsaid(provider, requester, matrix.Axes[4].Values[at[4]], AccessModes.OfRelease[at[5]]);
    }

    // Between two states, where some pack of either that governs the category does not name the mode.
    private bool CrossesUnsaid(string provider, string requester, string category, AccessMode mode)
    {
        var words = _folder.Vocabulary!;
        var (from, to) = (words.Jurisdiction(provider), words.Jurisdiction(requester));
        if (from is null or "us" || to is null or "us" || from == to)
            return false;
        return _folder.Laws.Values.Any(p => (p.Jurisdiction == from && p.Governs(category, words.AgencyKind(provider), from) && !p.Send.Has(mode)) || (p.Jurisdiction == to && p.Categories.Contains(category) && p.Governs(category, words.AgencyKind(requester), to) && !p.Receive.Has(mode)));
    }

    private static string Text(Matrix matrix, ImmutableArray<int> at) => new Box([.. at.Select(v => (ImmutableArray<int>)[v])]).Text(matrix.Axes);
}
