using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>An entry of a bundle and its place in the log.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Entry">What it says.</param>
public sealed record BundledEntry(long Index, LoggedEntry Entry);
