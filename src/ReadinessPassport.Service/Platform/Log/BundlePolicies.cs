using System.Text;
using ReadinessPassport.Policy;
using ReadinessPassport.Transparency.Bundles;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The policy texts and English prints of a bundle, from the folder this hub decides by.</summary>
internal sealed class BundlePolicies
{
    private const int DefaultQuorum = 2;

    private BundlePolicies(IReadOnlyList<BundleFile> files, int quorum) => (Files, Quorum) = (files, quorum);

    /// <summary>For the bundle.</summary>
    public IReadOnlyList<BundleFile> Files { get; }

    /// <summary>How many witnesses the policies ask for.</summary>
    public int Quorum { get; }

    /// <summary>Reads a folder; one that is not there gives no files.</summary>
    public static BundlePolicies Read(string folder, bool demonstration)
    {
        if (!Directory.Exists(folder))
            return new([], DefaultQuorum);
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
            .Where(f => f.Path.EndsWith(".yml", StringComparison.Ordinal) || f.Path.EndsWith(".md", StringComparison.Ordinal))
            .Where(f => !f.Path.StartsWith("scenarios/", StringComparison.Ordinal) && !f.Path.Contains("/.", StringComparison.Ordinal) && !f.Path.StartsWith('.'))
            .OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new PolicyText(f.Path, File.ReadAllBytes(f.File))).ToList();
        var policy = PolicyFolder.Load(texts, new PolicyOptions { Demonstration = demonstration });
        if (policy.Vocabulary is null)
            return new([], DefaultQuorum);
        var prints = policy.Agreements.Where(a => policy.Signing(a).IsComplete).Select(a => new BundleFile($"prints/{a.Reference}.txt", Encoding.UTF8.GetBytes(AgreementPrint.Of(a, policy).Body)));
        return new([.. texts.Select(t => new BundleFile($"policies/{policy.Sha256}/{t.Path}", t.Bytes)), .. prints], policy.Vocabulary.Limits.WitnessQuorum);
    }
}
