using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>
/// What somebody without the secret could name of encoded records, found by attacking them at home: the attacker has a list of the very same people (overlap 100 %, the worst
/// case) and encodes it under a key of their own. Three families: frequency, pattern, graph.
/// </summary>
public static class SchemaAssessment
{
    /// <summary>Attacks everything that is sent of the records.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="people">The records; real ones at home, or invented ones.</param>
    /// <param name="today">Dates after it are missing.</param>
    /// <param name="attacked">Told the name of each attack as it starts.</param>
    /// <param name="cancel">Stops between attacks.</param>
    public static IReadOnlyList<AttackResult> Of(EncodingSchema schema, IReadOnlyList<IdentifyingRecord> people, DateOnly today, Action<string>? attacked = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(people);
        var (encoded, known) = (Encode(schema, people, today), Encode(schema, people, today));
        var results = new List<AttackResult>();
        for (var f = 0; f < schema.Fields.Count; f++)
        {
            var (name, a, b) = (schema.Fields[f].Name, encoded.Fields[f], known.Fields[f]);
            if (a.Value is { } values)
                Attack("frequency", $"{name}#value", () => FrequencyAttack.Run(values, b.Value!));
            if (a.Filter is not { } filter)
                continue;
            int[] rows = [.. Enumerable.Range(0, encoded.Count).Where(i => !filter.IsMissing(i))];
            Attack("frequency", name, () => FrequencyAttack.Run(Digests(filter), Digests(b.Filter!)));
            Attack("pattern", name, () => PatternAttack.Run(filter, b.Filter!, rows));
            Attack("graph", name, () => GraphAttack.Run(filter, b.Filter!, rows));
        }
        return results;

        void Attack(string attack, string target, Func<(int Claimed, int Right)> run)
        {
            cancel.ThrowIfCancellationRequested();
            attacked?.Invoke($"{attack} on {target}");
            var (claimed, right) = run();
            results.Add(new(attack, target, encoded.Count, claimed, right));
        }
    }

    /// <summary>The same with invented people, whose names are as unevenly frequent as real ones.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="count">How many people.</param>
    /// <param name="attacked">Told the name of each attack as it starts.</param>
    /// <param name="cancel">Stops between attacks.</param>
    public static IReadOnlyList<AttackResult> OfInvented(EncodingSchema schema, int count, Action<string>? attacked = null, CancellationToken cancel = default)
    {
        var made = new InventedPeople(20261124);
        return Of(schema, [.. Enumerable.Range(0, count).Select(made.Next)], new(2026, 1, 1), attacked, cancel);
    }

    private static EncodedCohort Encode(EncodingSchema schema, IReadOnlyList<IdentifyingRecord> people, DateOnly today)
    {
        using var secret = LinkageSecret.New();
        using var encoder = new RecordEncoder(schema, secret, "assess/1", today);
        var into = new EncodedCohortBuilder(schema, people.Count);
        foreach (var person in people)
            encoder.Encode(person, into);
        return into.ToPlainCohort("assess");
    }

    // Equal filters, equal numbers: all that frequency needs.
    private static ulong[] Digests(FilterColumn filters)
    {
        var digests = new ulong[filters.Count];
        for (var i = 0; i < digests.Length; i++)
        {
            if (filters.IsMissing(i))
                continue;
            var digest = 14695981039346656037UL; // FNV-1a
            foreach (var word in filters[i])
                digest = (digest ^ word) * 1099511628211UL ^ digest >> 29;
            digests[i] = digest == 0 ? 1 : digest;
        }
        return digests;
    }
}
