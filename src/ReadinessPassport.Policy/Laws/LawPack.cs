using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One provision of law as the engine applies it. A pack can deny or add duties; no agreement relaxes one.</summary>
public sealed class LawPack
{
    internal LawPack(string path, YamlMap map, PolicyVocabulary vocabulary, PolicyOptions options)
    {
        Path = path;
        Id = map.Text("id")!;
        Regime = map.Text("regime")!;
        IsWay = map.Text("kind") == "way";
        Jurisdiction = map.Text("jurisdiction")!;
        Citation = map.Text("cite")!;
        ReadOn = map.Date("read_on");
        ReadBy = map.Text("read_by");
        IsDemonstration = ReadBy == "demonstration";
        IsRead = (map.Text("status") == "read" && (options.Demonstration || !IsDemonstration)) || (options.LawsAsRead && !options.KeptStubs.Contains(Id));
        Categories = vocabulary.CategoryCodes.Where(c => map.Map("governs")!.Texts("categories").Any(p => PolicyVocabulary.Covers(p, c))).ToFrozenSet(StringComparer.Ordinal);
        HolderKinds = map.Map("governs")!.Texts("holders").ToFrozenSet(StringComparer.Ordinal);
        Permits = [.. map.Maps("permits").Select(p => new LawPermit(p))];
        Applies = map.Has("applies") ? ModeSet.Of(map.Texts("applies")) : ModeSet.All;
        MustBeCited = map.Text("cited") == "required";
        AgreementFields = map.Texts("agreement_fields");
        ConsentElements = map.Texts("consent_elements");
        Signers = SignerTable.Of(map.Map("signers")!, vocabulary);
        Evidence = map.Texts("evidence");
        MinimumCell = map.Int("minimum_cell") ?? 0;
        Never = new LawNever(map.Map("never")!, vocabulary);
        Send = ModeSet.Of(map.Map("cross_border")!.Texts("send"));
        Receive = ModeSet.Of(map.Map("cross_border")!.Texts("receive"));
        Obligations = [.. map.Texts("obligations").Select(o => o.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? new Obligation(o[..at], o[(at + 1)..]) : new Obligation(o))];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Such as <c>us.ferpa.audit-evaluation</c>.</summary>
    public string Id { get; }

    /// <summary>Such as <c>us.ferpa</c>: of the ways of one regime one must pass, of its duties all must hold.</summary>
    public string Regime { get; }

    /// <summary>Whether it is a way through its regime; otherwise it is a duty.</summary>
    public bool IsWay { get; }

    /// <summary><c>us</c> or a state.</summary>
    public string Jurisdiction { get; }

    /// <summary>The provision.</summary>
    public string Citation { get; }

    /// <summary>Whether counsel has read it, so that it may pass.</summary>
    public bool IsRead { get; }

    /// <summary>The day it was read; null for a stub.</summary>
    public DateOnly? ReadOn { get; }

    /// <summary>Who read it; null for a stub.</summary>
    public string? ReadBy { get; }

    /// <summary>Whether nobody but the demonstration has read it: every page and print says so.</summary>
    public bool IsDemonstration { get; }

    internal FrozenSet<string> Categories { get; }
    internal FrozenSet<string> HolderKinds { get; }
    internal ImmutableArray<LawPermit> Permits { get; }
    internal ModeSet Applies { get; }
    internal bool MustBeCited { get; }
    internal ImmutableArray<string> AgreementFields { get; }
    internal ImmutableArray<string> ConsentElements { get; }
    internal SignerTable Signers { get; }
    internal ImmutableArray<string> Evidence { get; }
    internal int MinimumCell { get; }
    internal LawNever Never { get; }
    internal ModeSet Send { get; }
    internal ModeSet Receive { get; }
    internal ImmutableArray<Obligation> Obligations { get; }

    internal bool Governs(string category, string? holderKind, string? holderJurisdiction) =>
        Categories.Contains(category) && (HolderKinds.Count == 0 || (holderKind is not null && HolderKinds.Contains(holderKind))) && (Jurisdiction == "us" || Jurisdiction == holderJurisdiction);
}
