using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Agency.Clients;

/// <summary>What a search found.</summary>
public sealed class ClientMatches(IReadOnlyList<IdentifyingRecord> clients, bool More)
{
    /// <summary>The answer to a query with fewer than two details.</summary>
    public static ClientMatches TooLittle { get; } = new([], false);

    /// <summary>Best first.</summary>
    public IReadOnlyList<IdentifyingRecord> Clients { get; } = clients;

    /// <summary>Whether there were more than the page shows.</summary>
    public bool More { get; } = More;

    /// <summary>Whether two clients shown have the same name, so that the page asks to check the date of birth.</summary>
    public bool Alike { get; } = clients.GroupBy(c => FoldedName.Of($"{c.FirstName} {c.LastName}")).Any(g => g.Count() > 1);
}
