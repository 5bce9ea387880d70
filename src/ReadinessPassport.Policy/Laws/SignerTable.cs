using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Who must have signed for a law: for a category and an age state, alternatives, each a set of relations that must all have signed.</summary>
internal sealed class SignerTable
{
    private readonly FrozenDictionary<(string Category, string Age), ImmutableArray<SignerAlternative>> _rows;
    private readonly FrozenSet<string> _categories;

    private SignerTable(Dictionary<(string, string), ImmutableArray<SignerAlternative>> rows, HashSet<string> categories) =>
        (_rows, _categories) = (rows.ToFrozenDictionary(), categories.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Reads the <c>signers</c> of a pack: a row of a category replaces the row of its family.</summary>
    public static SignerTable Of(YamlMap map, PolicyVocabulary vocabulary)
    {
        var rows = new Dictionary<(string, string), ImmutableArray<SignerAlternative>>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (pattern, row) in map.Entries.OrderBy(e => e.Key.Text.EndsWith(".any", StringComparison.Ordinal) ? 0 : 1))
        {
            foreach (var category in vocabulary.CategoryCodes.Where(c => PolicyVocabulary.Covers(pattern.Text, c)))
            {
                named.Add(category);
                foreach (var age in VocabularyShapes.AgeStates)
                {
                    rows[(category, age)] = [.. ((YamlMap)row).Items(age).OfType<YamlList>().Select(a => new SignerAlternative([.. a.Items.OfType<YamlScalar>().Select(s => s.Text)]))];
                }
            }
        }
        return new SignerTable(rows, named);
    }

    /// <summary>Whether the pack says anything of who signs for the category.</summary>
    public bool Names(string category) => _categories.Contains(category);

    /// <summary>Whether some alternative has been signed by all it asks for.</summary>
    public bool IsSatisfied(string category, string age, ReadOnlySpan<ConsentSignature> signers)
    {
        if (!_rows.TryGetValue((category, age), out var alternatives))
            return false;
        foreach (var alternative in alternatives)
        {
            if (alternative.IsSigned(signers))
                return true;
        }
        return false;
    }
}
