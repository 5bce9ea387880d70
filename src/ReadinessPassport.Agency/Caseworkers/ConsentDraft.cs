namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>A consent while it is being captured, step by step: who signs, in which language, what and who, read back, sign. Nothing is chosen beforehand.</summary>
public sealed class ConsentDraft
{
    /// <summary>The agreement it answers.</summary>
    public string? Agreement { get; set; }

    /// <summary>P, G, E or S: how the signer stands to the child.</summary>
    public string? Relation { get; set; }

    /// <summary>Who has custody today.</summary>
    public string Custody { get; set; } = "parental";

    /// <summary>Reference of the paper that showed it, at the agency; required unless custody is parental.</summary>
    public string? CustodyEvidence { get; set; }

    /// <summary>Whether the staff member checked who is signing.</summary>
    public bool SignerVerified { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; set; } = "en-US";

    /// <summary>Checked boxes: category and recipient agency.</summary>
    public HashSet<(string Category, string Recipient)> Grants { get; } = [];

    /// <summary>The purpose chosen.</summary>
    public string? Purpose { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether the text was read back and understood.</summary>
    public bool ReadBack { get; set; }

    /// <summary>e-sign, wet-ink, mark-with-witness or voice-with-witness.</summary>
    public string? SignatureKind { get; set; }

    /// <summary>
    /// The consents that the boxes make: recipients that may see the same categories stand in one consent.
    /// </summary>
    /// <returns>Categories and recipients of each, in ordinal order; empty when no box is checked.</returns>
    public IReadOnlyList<(IReadOnlyList<string> Categories, IReadOnlyList<string> Recipients)> Consents() =>
        [.. Grants.GroupBy(g => g.Recipient)
            .Select(g => (Categories: g.Select(x => x.Category).Order(StringComparer.Ordinal).ToList(), Recipient: g.Key))
            .GroupBy(g => string.Join('|', g.Categories))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ((IReadOnlyList<string>)g.First().Categories, (IReadOnlyList<string>)[.. g.Select(x => x.Recipient).Order(StringComparer.Ordinal)]))];
}
