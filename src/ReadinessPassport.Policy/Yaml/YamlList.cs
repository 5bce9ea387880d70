using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A list, in the order written.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(ImmutableArray<YamlNode> items, int line, int column) : base(line, column) => Items = items;

    /// <summary>The entries.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Kind => "list";
}
