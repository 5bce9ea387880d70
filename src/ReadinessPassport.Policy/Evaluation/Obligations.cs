using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The union of the duties that every permitting clause and governing law brings.</summary>
internal static class Obligations
{
    public static ImmutableArray<Obligation> Of(IReadOnlyList<Verdict> verdicts, ReleaseParameters parameters, AccessMode mode, PolicyFolder folder)
    {
        var duties = new HashSet<Obligation>();
        foreach (var verdict in verdicts)
        {
            var agreement = verdict.Entry.Agreement;
            if (agreement.Redisclosure is { } passing && mode != AccessMode.Linkage)
            {
                duties.Add(new(Obligation.Notice, passing.Notice));
                duties.Add(new(Obligation.Redisclosure, passing.To.IsEmpty ? passing.Rule.Code() : $"{passing.Rule.Code()}={string.Join(',', passing.To)}"));
            }
            foreach (var form in agreement.Record?.Forms ?? [])
                duties.Add(new(Obligation.Record, form));
            foreach (var prohibition in ((IEnumerable<Agreement>)[agreement, .. verdict.Entry.Parents]).SelectMany(a => a.Prohibitions).Where(p => p.Action is not null && !folder.Vocabulary!.Find(CodeLists.Actions, p.Action)!.Enforced))
                duties.Add(new(Obligation.Duty, prohibition.Action));
            foreach (var duty in verdict.Entry.Law.Packs.Where(p => IsUsed(p, verdict, mode)).SelectMany(p => p.Obligations))
                Take(duty, verdict);
            if (mode == AccessMode.ResearchExtract && agreement.Withdraw is { } withdraw)
                duties.Add(new(Obligation.ReplaceOnWithdrawal, withdraw.ExtractDays.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (mode == AccessMode.ConsentedIndividual)
            {
                duties.Add(new(Obligation.CertifiedLinksOnly));
                if (verdict.Consent is { } consent && folder.Vocabulary is not null && verdict.Entry.Law.IsSingleUse)
                    duties.Add(new(Obligation.Consume, consent));
            }
        }
        foreach (var (category, rung) in parameters.Show)
            duties.Add(new(Obligation.Show, $"{category}={rung.Code()}"));
        if (parameters.DestroyBy is { } day)
            duties.Add(new(Obligation.Destroy, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        if (mode == AccessMode.Aggregate)
        {
            duties.Add(new(Obligation.SuppressAndAudit));
            if (!parameters.Reviewers.IsEmpty)
                duties.Add(new(Obligation.Review, string.Join(',', parameters.Reviewers)));
        }
        return [.. duties.OrderBy(d => d.ToString(), StringComparer.Ordinal)];

        void Take(Obligation duty, Verdict verdict)
        {
            switch (duty.Kind)
            {
                case Obligation.Destroy or Obligation.Consume:
                    break; // said with its date or its consent
                case Obligation.ConsentCopy when verdict.ConsentState != ConsentState.Active:
                    break;
                case Obligation.SuppressAndAudit when mode != AccessMode.Aggregate:
                    break;
                case Obligation.Notice when mode == AccessMode.Linkage:
                    break; // nobody reads an encoding
                default:
                    duties.Add(duty);
                    break;
            }
        }
    }

    // A way counts where the agreement cites it, or needs no citing; a duty where it applies.
    private static bool IsUsed(LawPack pack, Verdict verdict, AccessMode mode) =>
        pack.IsWay
            ? pack.Permits.Any(p => p.Modes.Has(mode)) && (!pack.MustBeCited || verdict.Entry.Agreement.LegalBasis.Any(b => b.Law == pack.Id && b.IsOf(verdict.Entry.Provider)))
            : pack.Applies.Has(mode);
}
