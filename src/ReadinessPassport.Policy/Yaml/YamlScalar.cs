namespace ReadinessPassport.Policy;

/// <summary>A single value, as written.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string text, bool plain, int line, int column) : base(line, column) => (Text, IsPlain) = (text, plain);

    /// <summary>The text, after folding and escapes.</summary>
    public string Text { get; }

    /// <summary>Whether it stood without quotes and not as a block.</summary>
    public bool IsPlain { get; }

    /// <inheritdoc/>
    public override string Kind => "text";
}
