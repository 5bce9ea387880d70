using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>The texts of a policy folder as they loaded: each file by itself, so that one that is wrong denies and the others still count.</summary>
public sealed class PolicyFolder
{
    internal PolicyFolder(FolderParts parts, PolicyOptions options)
    {
        Options = options;
        Vocabulary = parts.Vocabulary;
        Problems = [.. parts.Problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Code, StringComparer.Ordinal)];
        Laws = parts.Laws.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);
        Agreements = [.. parts.Agreements.OrderBy(a => a.Id, StringComparer.Ordinal).ThenBy(a => a.Version)];
        Tables = parts.Tables.ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);
        Forms = [.. parts.Forms.OrderBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Version)];
        Notices = parts.Notices.ToFrozenDictionary(n => n.Id, StringComparer.Ordinal);
        Debarments = [.. parts.Debarments];
        Files = [.. parts.Files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        Sha256 = CanonicalJson.Digest(new JsonObject(Files.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Path, f.Sha256))));
        Codes = parts.Codes;
        Texts = parts.Texts;
    }

    private PolicyFolder(PolicyFolder other, Agreement old, Agreement @new)
    {
        (Options, Vocabulary, Problems, Laws, Tables, Forms, Notices, Debarments, Files, Sha256, Codes, Texts) =
            (other.Options, other.Vocabulary, other.Problems, other.Laws, other.Tables, other.Forms, other.Notices, other.Debarments, other.Files, other.Sha256, other.Codes, other.Texts);
        Agreements = other.Agreements.Replace(old, @new);
    }

    /// <summary>How the folder was taken.</summary>
    public PolicyOptions Options { get; }

    /// <summary>The closed lists; null when a vocabulary did not load, and then nothing else did.</summary>
    public PolicyVocabulary? Vocabulary { get; }

    /// <summary>What keeps files from loading, in the order of path, line and column.</summary>
    public ImmutableArray<TextProblem> Problems { get; }

    /// <summary>Law packs by id, stubs among them.</summary>
    public FrozenDictionary<string, LawPack> Laws { get; }

    /// <summary>Every version of every agreement that loaded, by id and version.</summary>
    public ImmutableArray<Agreement> Agreements { get; }

    /// <summary>Whether some pack was read by nobody but the demonstration: pages and prints then say "demonstration text, not read by counsel".</summary>
    public bool IsDemonstration => Laws.Values.Any(l => l.IsDemonstration);

    /// <summary>Tables of the catalogue by id, as far as decisions need them.</summary>
    public FrozenDictionary<string, TableOutline> Tables { get; }

    /// <summary>Consent forms by id and version.</summary>
    public ImmutableArray<ConsentForm> Forms { get; }

    /// <summary>Notices by id.</summary>
    public FrozenDictionary<string, Notice> Notices { get; }

    /// <summary>Who may not receive anything.</summary>
    public ImmutableArray<Debarment> Debarments { get; }

    /// <summary>The files that have a say in decisions, with their digests.</summary>
    public ImmutableArray<LoadedFile> Files { get; }

    /// <summary>Root digest over <see cref="Files"/>, lower-case hexadecimal: the policy's identity in every decision record.</summary>
    public string Sha256 { get; }

    internal ICodeBook Codes { get; }

    internal IReadOnlyDictionary<string, PolicyText> Texts { get; }

    /// <summary>Loads the texts of one folder. Nothing throws for what a file says: see <see cref="Problems"/>.</summary>
    /// <param name="texts">Every file of the folder; files outside its known sub-folders may be left out.</param>
    /// <param name="options">How to take it; strictly when left out.</param>
    public static PolicyFolder Load(IEnumerable<PolicyText> texts, PolicyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new PolicyOptions();
        return new PolicyFolder(new FolderReader(texts, options).Read(), options);
    }

    /// <summary>The agreement's newest version that loaded; null when none did.</summary>
    public Agreement? Find(string agreement) => Agreements.LastOrDefault(a => a.Id == agreement);

    /// <summary>The same folder with one agreement changed as no file would say it: to see what a clause does.</summary>
    internal PolicyFolder With(Agreement old, Agreement @new) => new(this, old, @new);

    /// <summary>Whether, and by whom, a version is signed. Never that it is in force.</summary>
    public SigningState Signing(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return SigningState.Of(agreement, this);
    }
}
