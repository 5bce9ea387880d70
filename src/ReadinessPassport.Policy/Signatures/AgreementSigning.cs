using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPassport.Policy;

/// <summary>Signs an agreement: the text that is enforced together with the print that was read. Gives back the file's new text; writing it is the caller's.</summary>
public static partial class AgreementSigning
{
    /// <summary>Signs for an agency, appending to the file's signatures. Earlier signatures of the same signatory are replaced.</summary>
    /// <param name="folder">The folder the agreement lies in.</param>
    /// <param name="agreement">What is signed.</param>
    /// <param name="agency">For which party.</param>
    /// <param name="key">The signatory's key; its public part must stand in <c>vocab/signing-keys.yml</c>.</param>
    /// <param name="at">When; seconds count.</param>
    /// <returns>The new text of the file, and who signed.</returns>
    /// <exception cref="SigningRefusedException">The key is nobody's who signs for the agency, or not in its period.</exception>
    public static (string Text, Signatory Signatory) Sign(PolicyFolder folder, Agreement agreement, string agency, SigningKeyPair key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(key);
        var publicKey = key.PublicKey;
        var known = folder.Vocabulary!.SigningKeys.FirstOrDefault(k => k.Agency == agency && k.PublicKey.AsSpan().SequenceEqual(publicKey))
            ?? throw new SigningRefusedException($"the key is not {agency}'s in vocab/signing-keys.yml");
        var signatory = agreement.Signatories.FirstOrDefault(s => s.Agency == agency && s.Name == known.Name)
            ?? throw new SigningRefusedException($"{known.Name} is no signatory of {agreement.Reference} for {agency}");
        var day = folder.Vocabulary.Limits.DayOf(at);
        if (day < known.From || day > known.Until)
            throw new SigningRefusedException($"key {known.KeyId} is not in its period on {day:yyyy-MM-dd}");
        var print = AgreementPrint.Of(agreement, folder);
        var signedAt = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var value = key.Sign(SignatureMessage.Of(agreement, agency, signatory.Name, signatory.Title, signedAt, AgreementPrint.Format, agreement.TextSha256, print.Sha256));
        var entries = agreement.Signatures.Where(s => !(s.Agency == agency && s.Name == signatory.Name)).Select(s => Entry(s.Agency, s.Name, s.Title, s.KeyId, s.SignedAtText, s.PrintFormat, s.TextSha256, s.PrintSha256, s.Value)).ToList();
        entries.Add(Entry(agency, signatory.Name, signatory.Title, known.KeyId, signedAt, AgreementPrint.Format, agreement.TextSha256, print.Sha256, Convert.ToHexStringLower(value)));
        return (Replace(folder, agreement, entries), signatory);
    }

    /// <summary>Gathers the signatures of copies that travelled in parallel. Both digests must agree; what does not hold is left out.</summary>
    /// <param name="folder">The folder the agreement lies in.</param>
    /// <param name="agreement">What was signed.</param>
    /// <param name="copies">The copies, loaded each in a folder like this one.</param>
    /// <returns>The new text of the file, and who has signed.</returns>
    /// <exception cref="SigningRefusedException">A copy is of another text.</exception>
    public static (string Text, IReadOnlyList<string> Agencies) Collect(PolicyFolder folder, Agreement agreement, IEnumerable<Agreement> copies)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(copies);
        var all = new Dictionary<(string, string), AgreementSignature>();
        foreach (var copy in (IEnumerable<Agreement>)[agreement, .. copies])
        {
            if (copy.Id != agreement.Id || copy.TextSha256 != agreement.TextSha256)
                throw new SigningRefusedException($"{copy.Path} is of another text than {agreement.Path}");
            foreach (var signature in copy.Signatures)
            {
                if (agreement.Signatories.FirstOrDefault(s => s.Agency == signature.Agency && s.Name == signature.Name) is { } signatory && SignatureCheck.Find(agreement, signature, signatory, folder) is null)
                    all[(signature.Agency, signature.Name)] = signature;
            }
        }
        var entries = all.Values.OrderBy(s => s.SignedAtText, StringComparer.Ordinal).ThenBy(s => s.Agency, StringComparer.Ordinal).ToList();
        return (Replace(folder, agreement, [.. entries.Select(s => Entry(s.Agency, s.Name, s.Title, s.KeyId, s.SignedAtText, s.PrintFormat, s.TextSha256, s.PrintSha256, s.Value))]), [.. entries.Select(s => s.Agency)]);
    }

    private static string Replace(PolicyFolder folder, Agreement agreement, List<string> entries)
    {
        var text = Encoding.UTF8.GetString(folder.Texts[agreement.Path].Bytes.Span).ReplaceLineEndings("\n");
        // The signatures are the last key of the file; everything before them, comments and layout, stays as it is.
        var at = SignaturesKey().Matches(text) is { Count: > 0 } found ? found[^1].Index : throw new SigningRefusedException("the file's last key is not 'signatures'");
        return text[..at] + "signatures:\n" + string.Concat(entries);
    }

    private static string Entry(string agency, string name, string title, string keyId, string signedAt, int format, string textSha, string printSha, string value) =>
        $"  - agency: {agency}\n    name: {Quote(name)}\n    title: {Quote(title)}\n    key_id: {Quote(keyId)}\n    algorithm: ed25519\n    signed_at: \"{signedAt}\"\n    print_format: {format}\n"
        + $"    text_sha256: \"{textSha}\"\n    print_sha256: \"{printSha}\"\n    value: \"{value}\"\n";

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    [GeneratedRegex("^signatures:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SignaturesKey();
}
