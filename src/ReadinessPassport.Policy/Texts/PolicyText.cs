namespace ReadinessPassport.Policy;

/// <summary>One file of a policy folder, brought by whoever can read files: this room reads none itself.</summary>
/// <param name="Path">Relative to the folder, with forward slashes: <c>agreements/MA-2027-004.yml</c>.</param>
/// <param name="Bytes">The file as it is.</param>
public sealed record PolicyText(string Path, ReadOnlyMemory<byte> Bytes);
