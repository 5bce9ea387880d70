using FuzzySharp;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Agency.Clients;

/// <summary>The agency's own clients, held in memory for the search page. Nothing here asks the hub, and nothing here is written anywhere.</summary>
internal sealed class ClientIndex
{
    /// <summary>Rows a search shows at most; more means that the search was not narrow enough.</summary>
    public const int MostRows = 20;

    private const int SimilarEnough = 80;
    private readonly Dictionary<string, IdentifyingRecord> _byId;
    private readonly (string Folded, IdentifyingRecord Record)[] _byName;

    /// <summary>Takes the records as a source gave them; of two with one id the later counts.</summary>
    public ClientIndex(IEnumerable<IdentifyingRecord> records)
    {
        _byId = [];
        foreach (var record in records)
            _byId[record.SourceRecordId] = record;
        _byName = [.. _byId.Values.Select(r => (FoldedName.Of($"{r.FirstName} {r.LastName}"), r)).OrderBy(r => r.r.SourceRecordId, StringComparer.Ordinal)];
    }

    /// <summary>How many clients there are.</summary>
    public int Count => _byId.Count;

    /// <summary>The client with the agency's own id; null when there is none.</summary>
    public IdentifyingRecord? Find(string localId) => _byId.GetValueOrDefault(localId);

    /// <summary>Clients that fit, best first: an id exactly, or a name that sounds or is written alike together with a second detail.</summary>
    /// <returns>At most <see cref="MostRows"/> and whether there were more; <see cref="ClientMatches.TooLittle"/> when the query is too wide to answer.</returns>
    public ClientMatches Search(ClientQuery query)
    {
        if (query.LocalId is { Length: > 0 } id)
            return new(Find(id.Trim()) is { } one ? [one] : [], More: false);
        if (!query.IsNarrow)
            return ClientMatches.TooLittle;
        var name = FoldedName.Of(query.Name ?? "");
        var found = _byName
            .Where(c => query.BirthDate is not { } day || c.Record.BirthDate is { IsWhole: true } born && (born.Year, born.Month, born.Day) == (day.Year, day.Month, day.Day))
            .Select(c => (c.Folded, c.Record, Score: name.Length == 0 ? 100 : Similarity(name, c.Folded)))
            .Where(c => c.Score >= SimilarEnough)
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Folded, StringComparer.Ordinal)
            .ThenBy(c => c.Record.SourceRecordId, StringComparer.Ordinal)
            .Select(c => c.Record)
            .Take(MostRows + 1)
            .ToList();
        return new(found.Take(MostRows).ToList(), found.Count > MostRows);
    }

    // Every word typed must be like some word of the name: "Maria Lopez" finds "Lopez Garcia, Maria R.", and "Lopez" alone does not push her down.
    private static int Similarity(string typed, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? 0 : typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Min(t => words.Max(w => w.StartsWith(t, StringComparison.Ordinal) && t.Length >= 3 ? 95 + (w.Length == t.Length ? 5 : 0) : Fuzz.Ratio(t, w)));
    }
}
