using ReadinessPassport.Policy;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>Brings the files of a policy folder to the room that reads them.</summary>
internal sealed class PolicyFiles
{
    // Larger than any policy file may be, so that a file that is too long is refused by name rather than cut.
    private const long LongestRead = 4 * 1024 * 1024;

    private IReadOnlyList<string> _named;

    private PolicyFiles(string root, string? inside, IReadOnlyList<PolicyText> texts) => (Root, Inside, Texts, _named) = (root, inside, texts, inside is null ? [] : [inside]);

    /// <summary>The policy folder.</summary>
    public string Root { get; }

    /// <summary>The file or folder that was named, relative to the root with forward slashes; null for the root itself.</summary>
    public string? Inside { get; }

    /// <summary>Every file of the folder.</summary>
    public IReadOnlyList<PolicyText> Texts { get; }

    /// <summary>Finds the policy folder at or above a path and reads it.</summary>
    public static PolicyFiles Read(string path) => Find(path) ?? throw PolicyErrors.NoFolder(path);

    /// <summary>The same; null when the path lies in no policy folder.</summary>
    public static PolicyFiles? Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full) && !Directory.Exists(full))
            return null;
        for (var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!File.Exists(Path.Combine(folder, "vocab", "system.yml")))
                continue;
            var inside = Path.GetRelativePath(folder, full).Replace('\\', '/');
            return new PolicyFiles(folder, inside == "." ? null : inside, Files(folder));
        }
        return null;
    }

    /// <summary>The same for several paths, which must lie in one policy folder.</summary>
    public static PolicyFiles Read(IReadOnlyList<string> paths)
    {
        var first = Read(paths[0]);
        var others = paths.Skip(1).Select(p => (Path: p, Files: Read(p))).ToList();
        if (others.Find(o => o.Files.Root != first.Root) is { Path: { } stranger })
            throw PolicyErrors.NoFolder($"{stranger} (beside {paths[0]})");
        first._named = first.Inside is null || others.Exists(o => o.Files.Inside is null) ? [] : [first.Inside, .. others.Select(o => o.Files.Inside!)];
        return first;
    }

    /// <summary>Whether a file of the folder is among what was named: itself, or a folder above it; everything where the whole folder was.</summary>
    public bool Concerns(string path) => _named.Count == 0 || _named.Any(n => path == n || path.StartsWith(n + "/", StringComparison.Ordinal));

    /// <summary>Loads the folder.</summary>
    public PolicyFolder Load(PolicyOptions? options = null) => PolicyFolder.Load(Texts, options);

    /// <summary>The agreement that was named: by its file, or the only one of the folder.</summary>
    public Agreement Agreement(PolicyFolder folder)
    {
        if (folder.Agreements.FirstOrDefault(a => a.Path == Inside) is { } named)
            return named;
        var problems = folder.Problems.Where(p => Inside is null || p.Path == Inside || p.Path.StartsWith("vocab/", StringComparison.Ordinal)).ToList();
        throw problems.Count > 0 ? PolicyErrors.DoesNotLoad(Inside ?? Root, problems) : PolicyErrors.NoAgreement(Inside ?? Root);
    }

    /// <summary>A copy of an agreement that lies anywhere, read as if it lay in its place here.</summary>
    public Agreement Loaded(string path, Agreement original) => Loaded(path, original, null).Agreement;

    /// <summary>The same, with the folder in which it was read.</summary>
    public (Agreement Agreement, PolicyFolder Folder) Loaded(string path, Agreement original, PolicyOptions? options)
    {
        var folder = PolicyFolder.Load([.. Texts.Where(t => t.Path != original.Path), new PolicyText(original.Path, File.ReadAllBytes(path))], options);
        return (folder.Agreements.FirstOrDefault(a => a.Path == original.Path), folder) is ({ } copy, _) ? (copy, folder) : throw PolicyErrors.DoesNotLoad(path, [.. folder.Problems.Where(p => p.Path == original.Path)]);
    }

    /// <summary>The path of a file of the folder as a person can open it.</summary>
    public string Open(string inside) => Path.Combine(Root, inside);

    private static List<PolicyText> Files(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, MaxRecursionDepth = 6 };
        var texts = new List<PolicyText>();
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", options).Where(f => f.Extension is ".yml" or ".md").OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var bytes = file.Length <= LongestRead ? File.ReadAllBytes(file.FullName) : new byte[StrictYaml.LongestFile + 1];
            texts.Add(new(Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), bytes));
        }
        return texts;
    }
}
