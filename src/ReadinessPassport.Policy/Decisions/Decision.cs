using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// What the policy says to one request: a permit or a denial, with reasons. Only this room can make one. A decision serves one request and is never kept
/// to serve another.
/// </summary>
public abstract class Decision
{
    private readonly Lazy<ImmutableArray<Reason>> _reasons;
    private readonly Lazy<DecisionRecord> _record;

    private Decision(DecisionFacts facts)
    {
        Facts = facts;
        _reasons = new(facts.Reasons);
        _record = new(() => DecisionRecord.Of(this));
    }

    /// <summary>The reference people use for it, such as <c>D-7F3K-22Q9</c>.</summary>
    public string Id => Facts.Id;

    /// <summary>What was asked.</summary>
    public AccessRequest Request => Facts.Request;

    /// <summary>Every contributor and category asked for, in the order of the request, each with its own answer. All are decided, also after a refusal.</summary>
    public ImmutableArray<PairDecision> Pairs => Facts.Pairs;

    /// <summary>The clauses and laws that decided, most decisive first. Never empty. For reviewers; a caseworker sees <see cref="PassportSection.Words"/>.</summary>
    public ImmutableArray<Reason> Reasons => _reasons.Value;

    /// <summary>What the log keeps: no subject and no fact.</summary>
    public DecisionRecord Record => _record.Value;

    /// <summary><c>permit</c>, <c>partly</c> or <c>deny</c>.</summary>
    public abstract string Result { get; }

    internal DecisionFacts Facts { get; }

    /// <summary>Says yes to every pair or, for a passport, to at least one. Whoever reads facts or counts people takes one as a parameter.</summary>
    public sealed class Permit : Decision
    {
        private readonly Lazy<ImmutableArray<Obligation>> _obligations;

        internal Permit(DecisionFacts facts, ReleaseParameters parameters, Func<ImmutableArray<Obligation>> obligations) : base(facts)
        {
            Parameters = parameters;
            _obligations = new(obligations);
        }

        /// <summary>Whether some of what was asked is refused; only a passport can be permitted partly.</summary>
        public bool Partly => !Pairs.All(p => p.Permitted);

        /// <inheritdoc/>
        public override string Result => Partly ? "partly" : "permit";

        /// <summary>The limits under which it may be used.</summary>
        public ReleaseParameters Parameters { get; }

        /// <summary>The duties that travel with it, each once, in ordinal order.</summary>
        public ImmutableArray<Obligation> Obligations => _obligations.Value;

        /// <summary>Whether facts of <paramref name="category"/> from <paramref name="provider"/> may be read under this permit.</summary>
        public bool Covers(string provider, string category) => Pairs.Any(p => p.Permitted && p.Provider == provider && p.Category == category);

        /// <summary>The consents it rests on, each once, in ordinal order: hold them while you read, consume the single-use ones.</summary>
        public ImmutableArray<string> Consents => [.. Pairs.Where(p => p.Permitted && p.Consent is not null).Select(p => p.Consent!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Says no to everything that was asked.</summary>
    public sealed class Denial : Decision
    {
        internal Denial(DecisionFacts facts) : base(facts)
        {
        }

        /// <inheritdoc/>
        public override string Result => "deny";
    }
}
