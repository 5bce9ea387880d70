using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>
/// What one signed-in caseworker has open: random references to clients, valid in this session only, and drafts that survive a time-out of the page.
/// Addresses carry such a reference and never an id or a name, because browsers and proxies keep addresses.
/// </summary>
public sealed class CaseworkerSession
{
    private readonly ConcurrentDictionary<string, string> _clientOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _referenceOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConsentDraft> _drafts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _relations = new(StringComparer.Ordinal);

    /// <summary>When the session was last used.</summary>
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>The reference under which this session's pages show a client; the same for the whole session.</summary>
    public string ReferenceTo(string localId)
    {
        var reference = _referenceOf.GetOrAdd(localId, _ => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 16));
        _clientOf[reference] = localId;
        return reference;
    }

    /// <summary>The client behind a reference; null when this session never showed one.</summary>
    public string? ClientOf(string reference) => _clientOf.GetValueOrDefault(reference);

    /// <summary>The consent being captured for a client; begun when there is none.</summary>
    public ConsentDraft DraftFor(string localId) => _drafts.GetOrAdd(localId, _ => new ConsentDraft());

    /// <summary>Forgets a draft that was signed or declined.</summary>
    public void DropDraft(string localId) => _drafts.TryRemove(localId, out _);

    /// <summary>What ties the caseworker to the client, as stated on the client's page; caseload unless another was chosen.</summary>
    public string RelationTo(string localId) => _relations.GetValueOrDefault(localId, "caseload");

    /// <summary>States what ties the caseworker to the client.</summary>
    public void StateRelation(string localId, string relation) => _relations[localId] = relation;
}
