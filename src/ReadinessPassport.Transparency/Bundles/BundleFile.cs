namespace ReadinessPassport.Transparency.Bundles;

/// <summary>A file that goes into a bundle as it is: <c>policies/SHA256/…</c>, <c>prints/ID@V.txt</c>, <c>releases/ID.csv</c>.</summary>
/// <param name="Path">Letters, digits and <c>@ . _ -</c> between slashes.</param>
/// <param name="Bytes">The file.</param>
public sealed record BundleFile(string Path, ReadOnlyMemory<byte> Bytes);
