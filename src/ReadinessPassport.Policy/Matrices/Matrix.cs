using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// Everything one agreement allows: every combination of provider, requester, role, purpose, category, mode, time, consent and exception, decided by the
/// same function that decides requests. Visa, relation, table and extract are taken as the clause asks, so the list is complete over these nine axes.
/// </summary>
public sealed class Matrix
{
    /// <summary>The requester that is no party.</summary>
    public const string Outsider = "OUTSIDER";

    /// <summary>The purpose that is none of the agreement's.</summary>
    public const string OtherPurpose = "other";

    internal static readonly ImmutableArray<string> Times = ["before", "in-force", "after"];
    internal static readonly ImmutableArray<string> Consents = ["active", "used-up", "wrong-signer", "expired", "revoked", "wrong-scope", "none"];

    private readonly PolicyFolder _folder;
    private readonly Judge _judge;
    private readonly MatrixOptions _options;
    private readonly bool _permits;
    private readonly ImmutableArray<Agreement> _parents;

    private Matrix(Agreement agreement, PolicyFolder folder, MatrixOptions options, ImmutableArray<Axis>? axes)
    {
        (Agreement, _folder, _options) = (agreement, folder, options);
        _judge = new Judge(folder, options.AgreementOnly);
        _parents = InForce.Chain(agreement, folder.Find);
        _permits = !options.AsIs || (agreement.Status == "active" && folder.Signing(agreement).IsComplete && _parents.All(p => p.Status == "active" && folder.Signing(p).IsComplete));
        Axes = axes ?? AxesOf([agreement], folder);
    }

    /// <summary>The agreement.</summary>
    public Agreement Agreement { get; }

    /// <summary>The nine axes, in the order of the paper.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>How many cases there are.</summary>
    public long Cases => Axes.Aggregate(1L, (product, axis) => product * axis.Values.Length);

    /// <summary>The cases that are allowed, each as a position on every axis, in the order of the axes.</summary>
    public ImmutableArray<ImmutableArray<int>> Allowed { get; private set; } = [];

    /// <summary>The allowed cases in few boxes.</summary>
    public ImmutableArray<Box> AllowedBoxes => Boxes.Of(Allowed.Select(a => a.ToArray()), Axes.Length);

    /// <summary>Decides every case of an agreement.</summary>
    /// <param name="agreement">Which.</param>
    /// <param name="folder">The folder it lies in, with its laws.</param>
    /// <param name="options">What to take into account.</param>
    public static Matrix Of(Agreement agreement, PolicyFolder folder, MatrixOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(folder);
        return Over(agreement, folder, options ?? new(), null);
    }

    internal static Matrix Over(Agreement agreement, PolicyFolder folder, MatrixOptions options, ImmutableArray<Axis>? axes)
    {
        var matrix = new Matrix(agreement, folder, options, axes);
        matrix.Allowed = matrix.Enumerate();
        return matrix;
    }

    /// <summary>The axes over which several agreements can be compared: the union of their values.</summary>
    internal static ImmutableArray<Axis> AxesOf(IReadOnlyList<Agreement> agreements, PolicyFolder folder)
    {
        var words = folder.Vocabulary!;
        return
        [
            new("provider", [.. agreements.SelectMany(a => a.Data.Select(d => d.Provider)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            new("requester", [.. agreements.SelectMany(a => a.Parties.Select(p => p.Agency)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Outsider]),
            new("role", words.RoleCodes),
            new("purpose", [.. agreements.SelectMany(a => a.Purposes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), OtherPurpose]),
            new("category", [.. agreements.SelectMany(Named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            new("mode", [.. AccessModes.OfRelease.Select(m => m.Code())]),
            new("time", Times),
            new("consent", Consents),
            new("exception", ["none", .. words.InOrder[CodeLists.Exceptions]]),
        ];
    }

    /// <summary>Decides one case; the same answer as <see cref="Allowed"/>.</summary>
    internal bool Allows(IReadOnlyList<int> at) => Decide(at) is { Permits: true };

    internal Verdict? Decide(IReadOnlyList<int> at)
    {
        var (provider, category) = (Axes[0].Values[at[0]], Axes[4].Values[at[4]]);
        if (!_permits || category.EndsWith(".any", StringComparison.Ordinal))
            return null;
        var entry = new PolicyEntry(Agreement, _parents, provider, category, _folder);
        return Verdict(entry, Question(at[1], at[2], at[3], at[5], at[7], at[8]), at[6] == 1);
    }

    private ImmutableArray<ImmutableArray<int>> Enumerate()
    {
        var allowed = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        if (!_permits)
            return [];
        // What is asked does not depend on provider, category and time, so each question is made once.
        var questions = Questions().ToList();
        for (var p = 0; p < Axes[0].Values.Length; p++)
        {
            for (var c = 0; c < Axes[4].Values.Length; c++)
            {
                var entry = new PolicyEntry(Agreement, _parents, Axes[0].Values[p], Axes[4].Values[c], _folder);
                // Nothing that is not given can be permitted: the first test of every verdict.
                if (!entry.IsGiven)
                    continue;
                foreach (var (q, question) in questions)
                {
                    for (var t = 0; t < Axes[6].Values.Length; t++)
                    {
                        if (Verdict(entry, question, t == 1).Permits)
                            allowed.Add([p, q[0], q[1], q[2], c, q[3], t, q[4], q[5]]);
                    }
                }
            }
        }
        return [.. allowed.OrderBy(a => a, CaseOrder.Instance)];
    }

    private IEnumerable<(int[] At, Question Question)> Questions()
    {
        for (var requester = 0; requester < Axes[1].Values.Length; requester++)
            for (var role = 0; role < Axes[2].Values.Length; role++)
                for (var purpose = 0; purpose < Axes[3].Values.Length; purpose++)
                    for (var mode = 0; mode < Axes[5].Values.Length; mode++)
                        for (var consent = 0; consent < Axes[7].Values.Length; consent++)
                            for (var exception = 0; exception < Axes[8].Values.Length; exception++)
                                yield return ([requester, role, purpose, mode, consent, exception], Question(requester, role, purpose, mode, consent, exception));
    }

    private Question Question(int requester, int role, int purpose, int mode, int consent, int exception)
    {
        var agency = Axes[1].Values[requester];
        return new Question
        {
            Requester = agency,
            RequesterKind = _folder.Vocabulary!.AgencyKind(agency),
            RequesterJurisdiction = _folder.Vocabulary.Jurisdiction(agency),
            Role = Axes[2].Values[role],
            Purpose = Axes[3].Values[purpose],
            Mode = AccessModes.OfRelease[mode],
            AsTheClauseAsks = true,
            CaseConsent = (ConsentState)consent,
            CaseException = exception == 0 ? null : Axes[8].Values[exception],
            Day = Agreement.Dates.Effective,
            Asker = _folder.Vocabulary.Asker(agency, Axes[2].Values[role], Axes[3].Values[purpose]),
            Route = _folder.Vocabulary.Route(agency, Axes[3].Values[purpose]),
        };
    }

    private Verdict Verdict(PolicyEntry entry, Question question, bool inForce) => _judge.Of(entry, question, inForce, exception => Prohibits(entry, question.Role, exception));

    private bool Prohibits(PolicyEntry entry, string role, string? exception)
    {
        if (Forbids(Agreement, role, exception))
            return true;
        foreach (var parent in entry.Parents)
        {
            if (Forbids(parent, role, exception))
                return true;
        }
        return false;
    }

    private static bool Forbids(Agreement agreement, string role, string? exception)
    {
        foreach (var prohibition in agreement.Prohibitions)
        {
            if (prohibition.ToRoles.Contains(role) && (exception is null || !prohibition.Unless.Contains(exception)))
                return true;
        }
        return false;
    }

    private static IEnumerable<string> Named(Agreement agreement) =>
        agreement.Data.SelectMany(d => d.Categories).Concat(agreement.Never.SelectMany(n => n.Patterns)).Concat(agreement.Release.SelectMany(r => r.Categories));
}
