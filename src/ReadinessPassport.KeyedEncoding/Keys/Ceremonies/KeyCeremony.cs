using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys.Ceremonies;

/// <summary>
/// A project's key without a dealer. Every agency commits to 32 random bytes, then reveals them, sealed, to each other agency; the key is derived from all
/// of them in the order of fingerprints. One honest agency suffices for a key nobody could choose. Whoever carries the messages learns nothing, and whatever
/// is altered, dropped, replayed or swapped is found out before the key is used.
/// </summary>
public sealed class KeyCeremony : IDisposable
{
    private const string Kind = "key-ceremony";
    private readonly AgencyIdentity _identity;
    private readonly IReadOnlyList<PublicIdentity> _parties;
    private readonly SecretBytes _contribution; // 32 bytes nonce, 32 bytes contribution
    private readonly string _session;

    private KeyCeremony(string project, int epoch, AgencyIdentity identity, IEnumerable<PublicIdentity> parties, SecretBytes contribution)
    {
        (Project, Epoch, _identity, _contribution) = (project, epoch, identity, contribution);
        _parties = [.. parties.OrderBy(p => p.Fingerprint, StringComparer.Ordinal)];
        if (_parties.Count < 2 || _parties.Select(p => p.Agency).Distinct().Count() != _parties.Count || _parties.All(p => p.Fingerprint != identity.Public.Fingerprint))
            throw KeyErrors.Ceremony(identity.Agency.Code, "a ceremony needs two or more different agencies, this one among them");
        _session = CanonicalJson.Digest(new JsonObject
        {
            ["format"] = CeremonyMessage.Format,
            ["project"] = project,
            ["epoch"] = epoch,
            ["parties"] = new JsonArray([.. _parties.Select(p => (JsonNode)Convert.ToHexStringLower(p.Digest))]),
        });
    }

    /// <summary>The project whose key is made.</summary>
    public string Project { get; }

    /// <summary>The epoch of the key.</summary>
    public int Epoch { get; }

    /// <summary>All agencies that take part, this one among them.</summary>
    public IReadOnlyList<PublicIdentity> Parties => _parties;

    /// <summary>Begins, with fresh random bytes.</summary>
    /// <param name="project">Such as <c>K-MA-2027-004</c>.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="identity">This agency; kept, not disposed.</param>
    /// <param name="others">The other agencies; their six words were compared by telephone.</param>
    public static KeyCeremony Start(string project, int epoch, AgencyIdentity identity, IEnumerable<PublicIdentity> others)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new(project, epoch, identity, others.Append(identity.Public), SecretBytes.Random(64));
    }

    /// <summary>What this agency must keep between the steps, as a sealed file.</summary>
    public byte[] ToFile(Passphrase passphrase) => SealedFile.Seal(Kind, new JsonObject
    {
        ["project"] = Project,
        ["epoch"] = Epoch,
        ["parties"] = new JsonArray([.. _parties.Select(p => (JsonNode)p.ToJson())]),
    }, _contribution.Span, passphrase);

    /// <summary>Goes on with a ceremony that was begun.</summary>
    /// <exception cref="PassportException">RP2301 to RP2306.</exception>
    public static KeyCeremony Open(ReadOnlySpan<byte> file, Passphrase passphrase, AgencyIdentity identity, string name)
    {
        var (header, secret) = SealedFile.Open(Kind, file, passphrase, name);
        if (secret.Span.Length != 64)
            throw KeyErrors.NotAKeyFile(name, "it holds no ceremony");
        return new((string)header["project"]!, (int)header["epoch"]!, identity, header["parties"]!.AsArray().Select(p => PublicIdentity.Parse(CanonicalJson.Serialize(p), name)), secret);
    }

    /// <summary>First message, to everybody.</summary>
    public byte[] Commit()
    {
        var body = CeremonyMessage.Begin("commitment", _session, _identity.Public);
        body["commitment"] = Convert.ToBase64String(CommitmentOf(_identity.Public, _contribution.Span));
        return CeremonyMessage.Sign(body, _identity);
    }

    /// <summary>Second messages, one for each other agency; made only when every commitment is here, so that nobody can choose after seeing.</summary>
    /// <param name="commitments">The first messages of all other agencies; own ones may be among them.</param>
    /// <exception cref="PassportException">RP2308: one is wrong; RP2309: one is missing.</exception>
    public IReadOnlyList<(PublicIdentity To, byte[] Message)> Reveal(IEnumerable<byte[]> commitments)
    {
        var transcript = Transcript(Commitments(commitments));
        return [.. Others.Select(to =>
        {
            var body = RevealTo(to, _identity.Public, transcript);
            body["box"] = Convert.ToBase64String(SealedBox.Seal(_contribution.Span, to, CanonicalJson.Serialize(body)));
            return (to, CeremonyMessage.Sign(body, _identity));
        })];
    }

    /// <summary>The key, once every reveal is here and opens its commitment.</summary>
    /// <exception cref="PassportException">RP2308: a reveal is wrong, and whose; RP2309: one is missing.</exception>
    public ProjectKey Finish(IEnumerable<byte[]> commitments, IEnumerable<byte[]> reveals)
    {
        var committed = Commitments(commitments);
        var transcript = Transcript(committed);
        using var all = new SecretBytes(32 * _parties.Count);
        var here = new HashSet<PublicIdentity> { Self };
        _contribution.Span[32..].CopyTo(all.Span.Slice(32 * IndexOf(Self), 32));
        foreach (var message in reveals.Select(r => CeremonyMessage.Read(r, "reveal", _session, _parties)))
        {
            if ((string?)message.Body["to"] != Self.Fingerprint)
                continue; // a folder shared by all holds the others' as well
            var expected = RevealTo(Self, message.From, transcript);
            var box = message.Bytes("box", 0);
            if ((string?)message.Body["transcript"] != (string?)expected["transcript"])
                throw KeyErrors.Ceremony(message.From.Agency.Code, "it saw other commitments than we did: somebody on the way shows different messages to different agencies");
            using var opened = SealedBox.Open(box, _identity, CanonicalJson.Serialize(expected), $"the reveal of {message.From.Agency.Code}");
            if (opened.Span.Length != 64 || !CryptographicOperations.FixedTimeEquals(CommitmentOf(message.From, opened.Span), committed[message.From]))
                throw KeyErrors.Ceremony(message.From.Agency.Code, "what it reveals is not what it committed to");
            opened.Span[32..].CopyTo(all.Span.Slice(32 * IndexOf(message.From), 32));
            here.Add(message.From);
        }
        Require("reveal", here);
        using var secret = new SecretBytes(LinkageSecret.Length);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, all.Span, secret.Span, transcript, "rp/1 key ceremony"u8);
        return new(Project, Epoch, new LinkageSecret(secret.Span));
    }

    /// <summary>Third message, to everybody: which key this agency came to, without telling it.</summary>
    public byte[] Confirm(ProjectKey key, IEnumerable<byte[]> commitments)
    {
        ArgumentNullException.ThrowIfNull(key);
        var body = CeremonyMessage.Begin("confirmation", _session, _identity.Public);
        body["check"] = CheckOf(key, Transcript(Commitments(commitments)));
        return CeremonyMessage.Sign(body, _identity);
    }

    /// <summary>Whether all agencies came to the same key.</summary>
    /// <exception cref="PassportException">RP2308: the agency that differs; RP2309: one has not confirmed.</exception>
    public void Check(ProjectKey key, IEnumerable<byte[]> commitments, IEnumerable<byte[]> confirmations)
    {
        ArgumentNullException.ThrowIfNull(key);
        var check = CheckOf(key, Transcript(Commitments(commitments)));
        var here = new HashSet<PublicIdentity> { Self };
        foreach (var message in confirmations.Select(c => CeremonyMessage.Read(c, "confirmation", _session, _parties)))
        {
            if ((string?)message.Body["check"] != check)
                throw KeyErrors.Ceremony(message.From.Agency.Code, "it came to another key");
            here.Add(message.From);
        }
        Require("confirmation", here);
    }

    /// <inheritdoc/>
    public void Dispose() => _contribution.Dispose();

    /// <summary>Says nothing.</summary>
    public override string ToString() => "KeyCeremony (hidden)";

    private PublicIdentity Self => _parties.First(p => p.Fingerprint == _identity.Public.Fingerprint);

    private IEnumerable<PublicIdentity> Others => _parties.Where(p => p != Self);

    private int IndexOf(PublicIdentity party) => _parties.ToList().IndexOf(party);

    private Dictionary<PublicIdentity, byte[]> Commitments(IEnumerable<byte[]> messages)
    {
        var own = CommitmentOf(_identity.Public, _contribution.Span);
        var commitments = new Dictionary<PublicIdentity, byte[]> { [Self] = own };
        foreach (var message in messages.Select(m => CeremonyMessage.Read(m, "commitment", _session, _parties)))
        {
            var commitment = message.Bytes("commitment", 32);
            if (commitments.TryGetValue(message.From, out var before) && !before.AsSpan().SequenceEqual(commitment))
                throw KeyErrors.Ceremony(message.From.Agency.Code, "there are two different commitments of it: one is of an earlier attempt, or somebody replays messages");
            commitments[message.From] = commitment;
        }
        Require("commitment", commitments.Keys);
        return commitments;
    }

    private void Require(string step, IEnumerable<PublicIdentity> here)
    {
        var missing = _parties.Except(here).Select(p => p.Agency.Code).ToList();
        if (missing.Count > 0)
            throw KeyErrors.CeremonyWaits(step, string.Join(", ", missing));
    }

    private byte[] Transcript(Dictionary<PublicIdentity, byte[]> commitments) =>
        SHA256.HashData([.. Convert.FromHexString(_session), .. _parties.SelectMany(p => commitments[p])]);

    private JsonObject RevealTo(PublicIdentity to, PublicIdentity from, byte[] transcript)
    {
        var body = CeremonyMessage.Begin("reveal", _session, from);
        body["to"] = to.Fingerprint;
        body["transcript"] = Convert.ToHexStringLower(transcript);
        return body;
    }

    private byte[] CommitmentOf(PublicIdentity party, ReadOnlySpan<byte> contribution) =>
        SHA256.HashData([.. "rp/1 commitment"u8, .. Convert.FromHexString(_session), .. party.Digest, .. contribution]);

    private static string CheckOf(ProjectKey key, byte[] transcript) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret.Subkey(transcript, key.Context, "ceremony check"), transcript).AsSpan(0, 8));
}
