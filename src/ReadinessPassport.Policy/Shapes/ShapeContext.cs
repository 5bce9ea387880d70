namespace ReadinessPassport.Policy;

/// <summary>Where a text is checked and where its problems go.</summary>
/// <param name="Path">The file.</param>
/// <param name="Codes">The closed lists.</param>
/// <param name="Problems">Takes every problem; checking goes on after one.</param>
public sealed record ShapeContext(string Path, ICodeBook Codes, ICollection<TextProblem> Problems)
{
    /// <summary>Notes a problem at the place of <paramref name="node"/>.</summary>
    public void Refuse(string code, YamlNode node, string found, string expected)
    {
        ArgumentNullException.ThrowIfNull(node);
        Problems.Add(new(code, Path, node.Line, node.Column, found, expected));
    }
}
