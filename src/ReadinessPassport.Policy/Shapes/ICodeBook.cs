namespace ReadinessPassport.Policy;

/// <summary>The closed lists of codes a text is read against, by the name of their list: <c>roles</c>, <c>categories</c>, <c>law</c> and so on.</summary>
public interface ICodeBook
{
    /// <summary>The codes of a list, in its order; empty when there is no such list.</summary>
    IReadOnlyCollection<string> Codes(string list);

    /// <summary>Whether the list holds the code.</summary>
    bool Knows(string list, string code);
}
