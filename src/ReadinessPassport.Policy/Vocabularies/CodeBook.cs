using System.Collections.Frozen;

namespace ReadinessPassport.Policy;

/// <summary>The closed lists a folder offers: its vocabularies, and the ids of its texts.</summary>
internal sealed class CodeBook : ICodeBook
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;

    public CodeBook(IEnumerable<KeyValuePair<string, IEnumerable<string>>> lists) =>
        _lists = lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static CodeBook Empty { get; } = new([]);

    public IReadOnlyCollection<string> Codes(string list) => _lists.TryGetValue(list, out var codes) ? codes : [];

    public bool Knows(string list, string code) => _lists.TryGetValue(list, out var codes) && codes.Contains(code);

    public static CodeBook Of(PolicyVocabulary vocabulary, params (string List, IEnumerable<string> Codes)[] more) => new(
    [
        .. vocabulary.InOrder.Select(l => KeyValuePair.Create(l.Key, (IEnumerable<string>)l.Value)),
        KeyValuePair.Create(CodeLists.CategoriesAndFamilies, vocabulary.CategoryCodes.Concat(vocabulary.Families)),
        KeyValuePair.Create(CodeLists.AgencyKinds, (IEnumerable<string>)VocabularyShapes.AgencyKinds),
        KeyValuePair.Create(CodeLists.Jurisdictions, (IEnumerable<string>)VocabularyShapes.Jurisdictions),
        KeyValuePair.Create(CodeLists.RecordForms, (IEnumerable<string>)VocabularyShapes.RecordForms),
        KeyValuePair.Create(CodeLists.Attributes, ReadinessPassport.Vocabulary.AttributeCatalogue.All.Select(a => a.Id)),
        .. more.Select(m => KeyValuePair.Create(m.List, m.Codes)),
    ]);
}
