using System.Collections.Immutable;
using System.Globalization;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>Step 7: nothing was done without what must come before it. Things before the range are taken as they are said to be; a complete range from entry 0 leaves nothing out.</summary>
internal sealed class ChainStep
{
    private readonly ReviewedBundle _bundle;
    private readonly DateTimeOffset _at;
    private readonly bool _fromStart;
    private readonly ImmutableArray<BundleFinding>.Builder _findings = ImmutableArray.CreateBuilder<BundleFinding>();
    private readonly Dictionary<string, BundledDecision> _decisions;

    private ChainStep(ReviewedBundle bundle, DateTimeOffset at)
    {
        (_bundle, _at, _fromStart) = (bundle, at, bundle.Bundle is { IsComplete: true, Range.From: 0 });
        _decisions = bundle.Decisions.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
    }

    public static StepReport Run(ReviewedBundle bundle, DateTimeOffset at) => new ChainStep(bundle, at).Run();

    private StepReport Run()
    {
        var disclosures = Each(EntryKinds.Disclosure, Disclosure);
        var releases = Each(EntryKinds.Release, Release);
        var exceptions = Each(EntryKinds.ExceptionUsed, Exception);
        Each(EntryKinds.ConsentUsed, Consent);
        _findings.AddRange(BudgetLedger.Check(_bundle));
        Destruction();
        return new("chain", $"{disclosures} disclosures, {releases} releases, {exceptions} exceptions", [.. _findings.OrderBy(f => f.Index)]);
    }

    private int Each(string kind, Action<BundledEntry> look)
    {
        var count = 0;
        foreach (var entry in _bundle.Of(kind))
        {
            look(entry);
            count++;
        }
        return count;
    }

    private void Disclosure(BundledEntry entry)
    {
        Permitted(entry, "disclosure");
        if (_bundle.Payload(entry) is not null && string.IsNullOrEmpty(_bundle.Text(entry, "redisclosure_notice")))
            Found(entry, "the disclosure carried no redisclosure notice");
    }

    private void Release(BundledEntry entry)
    {
        var id = Ref(entry, "release") ?? entry.Entry.Id;
        var decision = Permitted(entry, $"release {id}");
        if (!Before(entry, EntryKinds.AuditResult).Any(a => Ref(a, "release") == id && _bundle.Text(a, "result") is "pass"))
            Found(entry, $"release {id} has no passing audit");
        var requester = decision is { } d ? _bundle.Verdict.Entries.First(e => e.Index == d.Entry.Index).Entry.Agency : null;
        var approvals = Before(entry, EntryKinds.Review).Where(r => Ref(r, "release") == id && _bundle.Text(r, "verdict") == "approve").Select(r => r.Entry.Agency).ToHashSet(StringComparer.Ordinal);
        if (approvals.Count == 0)
            Found(entry, $"release {id} was approved by nobody");
        else if (requester is not null && approvals.SetEquals([requester]))
            Found(entry, $"release {id} was approved by its requester (I11{(decision!.Clauses.FirstOrDefault() is { } clause ? $", clause {clause}" : "")})");
    }

    private void Exception(BundledEntry entry)
    {
        var id = Ref(entry, "exception") ?? entry.Entry.Id;
        if (_bundle.Payload(entry) is not null && string.IsNullOrEmpty(_bundle.Text(entry, "approver")))
            Found(entry, $"exception {id} was used without an approver");
        var reviewed = _bundle.Of(EntryKinds.ExceptionReviewed).Any(r => r.Index > entry.Index && (Ref(r, "exception") == id || Ref(r, "entry") == entry.Entry.Id));
        if (!reviewed && _at > NextWorkingDay(entry.Entry.At))
            Found(entry, $"exception {id} was not reviewed on the next working day");
    }

    private void Consent(BundledEntry entry)
    {
        if (Ref(entry, "consent") is not { } consent)
            Found(entry, "a consent was used that is not named");
        else if (Before(entry, EntryKinds.ConsentRevoked).Any(r => Ref(r, "consent") == consent))
            Found(entry, $"consent {consent} was used after it was withdrawn");
        else if (_fromStart && !Before(entry, EntryKinds.ConsentGiven).Any(g => Ref(g, "consent") == consent))
            Found(entry, $"consent {consent} was used and never given");
    }

    private BundledDecision? Permitted(BundledEntry entry, string what)
    {
        if (Ref(entry, "decision") is not { } id)
        {
            Found(entry, $"the {what} names no decision");
            return null;
        }
        var logged = Before(entry, EntryKinds.Decision).Any(d => Ref(d, "decision") == id);
        if (!logged && _fromStart)
            Found(entry, $"the {what} rests on decision {id}, which is not in the log before it");
        else if (_decisions.TryGetValue(id, out var decision) && !decision.Permits)
            Found(entry, $"the {what} rests on decision {id}, which is a denial");
        return _decisions.GetValueOrDefault(id);
    }

    // What an agreement derived must be destroyed by its day, and a certificate says so.
    private void Destruction()
    {
        var certified = _bundle.Of(EntryKinds.DestructionCertificate).Select(e => Ref(e, "agreement")?.Split('@')[0]).ToHashSet();
        var used = _bundle.Decisions.Where(d => d.Permits).SelectMany(d => d.Agreements).ToHashSet(StringComparer.Ordinal);
        foreach (var agreement in _bundle.Folders.Values.SelectMany(f => f.Agreements).Where(a => used.Contains(a.Reference)).DistinctBy(a => a.Id))
        {
            var due = agreement.Dates.DestroyBy?.AddDays(agreement.Dates.CertificateWithinDays ?? 0);
            if (due < DateOnly.FromDateTime(_at.UtcDateTime) && !certified.Contains(agreement.Id))
                _findings.Add(new(BundleErrors.BrokenChain, null, string.Create(CultureInfo.InvariantCulture, $"{agreement.Reference}: no certificate of destruction, due {due:yyyy-MM-dd}")));
        }
    }

    private IEnumerable<BundledEntry> Before(BundledEntry entry, string kind) => _bundle.Of(kind).TakeWhile(e => e.Index < entry.Index);

    private static string? Ref(BundledEntry entry, string name) => entry.Entry.Refs.GetValueOrDefault(name);

    private static DateTimeOffset NextWorkingDay(DateTimeOffset at)
    {
        var day = at.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);
        return new DateTimeOffset(day.Date, TimeSpan.Zero).AddDays(1).AddHours(12); // the end of that day anywhere in the country
    }

    private void Found(BundledEntry entry, string words) => _findings.Add(new(BundleErrors.BrokenChain, entry.Index, words));
}
