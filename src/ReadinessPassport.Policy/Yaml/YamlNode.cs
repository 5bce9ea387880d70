namespace ReadinessPassport.Policy;

/// <summary>A piece of strict YAML with the place where it stands. The text alone says no type: a <see cref="Shape"/> decides how a scalar is read.</summary>
public abstract class YamlNode
{
    private protected YamlNode(int line, int column) => (Line, Column) = (line, column);

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1.</summary>
    public int Column { get; }

    /// <summary>What it is, for messages: <c>text</c>, <c>list</c> or <c>map</c>.</summary>
    public abstract string Kind { get; }
}
