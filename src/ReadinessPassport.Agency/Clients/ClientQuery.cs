namespace ReadinessPassport.Agency.Clients;

/// <summary>What a caseworker typed into the search page. Never part of a URL: it comes in the body of a form.</summary>
/// <param name="Name">Given name and surname, in any order.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="LocalId">The agency's own id; when given, nothing else is looked at.</param>
internal sealed record ClientQuery(string? Name, DateOnly? BirthDate, string? LocalId)
{
    /// <summary>Whether two details are given, so that nobody pages through all clients: two words of a name, or a name and a birth date.</summary>
    public bool IsNarrow => WordsOf(Name) >= 2 || WordsOf(Name) >= 1 && BirthDate is not null;

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => "ClientQuery (hidden)";

    private static int WordsOf(string? name) => FoldedName.Of(name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
