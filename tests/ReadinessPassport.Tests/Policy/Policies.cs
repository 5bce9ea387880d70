using ReadinessPassport.Policy;

namespace ReadinessPassport.Tests.Policy;

/// <summary>The shipped policy folder, and ways to change it for a test.</summary>
internal static class Policies
{
    public static PolicyOptions AsSigned { get; } = new() { SignaturesAsGiven = true, LawsAsRead = true, Demonstration = true };

    /// <summary>Every file of the shipped folder.</summary>
    public static IReadOnlyList<PolicyText> Texts { get; } = Read();

    /// <summary>The shipped folder as if signed by all and read by counsel.</summary>
    public static PolicyFolder Shipped { get; } = PolicyFolder.Load(Texts, AsSigned);

    /// <summary>The shipped folder with one file changed.</summary>
    public static IReadOnlyList<PolicyText> With(string path, Func<string, string> change) =>
        [.. Texts.Select(t => t.Path == path ? new PolicyText(path, System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(t.Bytes.Span)))) : t)];

    /// <summary>The shipped folder with one file replaced or added.</summary>
    public static IReadOnlyList<PolicyText> Plus(string path, string text) =>
        [.. Texts.Where(t => t.Path != path), new PolicyText(path, System.Text.Encoding.UTF8.GetBytes(text))];

    public static string TextOf(string path) => System.Text.Encoding.UTF8.GetString(Texts.Single(t => t.Path == path).Bytes.Span);

    private static List<PolicyText> Read()
    {
        var root = System.IO.Path.Combine(Repository.Root, "policies");
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yml", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new PolicyText(System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes(f)))];
    }
}
