namespace ReadinessPassport.Policy;

/// <summary>What was read of a folder, before it is frozen.</summary>
internal sealed class FolderParts
{
    public PolicyVocabulary? Vocabulary { get; set; }
    public ICodeBook Codes { get; set; } = CodeBook.Empty;
    public IReadOnlyDictionary<string, PolicyText> Texts { get; set; } = new Dictionary<string, PolicyText>();
    public List<TextProblem> Problems { get; } = [];
    public List<LawPack> Laws { get; } = [];
    public List<Agreement> Agreements { get; } = [];
    public List<TableOutline> Tables { get; } = [];
    public List<ConsentForm> Forms { get; } = [];
    public List<Notice> Notices { get; } = [];
    public List<Debarment> Debarments { get; } = [];
    public List<LoadedFile> Files { get; } = [];
}
