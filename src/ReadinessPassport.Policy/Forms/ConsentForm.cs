using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A consent form in one version: what it covers, and its text in each language.</summary>
/// <param name="Id">Such as <c>CF-PASSPORT-1</c>.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Title">Plain words.</param>
/// <param name="CoversLaws">Packs whose elements the form fulfils.</param>
/// <param name="Statements">Codes of what it states.</param>
/// <param name="Languages">Its texts.</param>
public sealed record ConsentForm(string Id, int Version, string Title, ImmutableArray<string> CoversLaws, ImmutableArray<string> Statements, ImmutableArray<FormLanguage> Languages)
{
    /// <summary><c>CF-PASSPORT-1@3</c>.</summary>
    public string Reference { get; } = $"{Id}@{Version}";
}
