namespace ReadinessPassport.Policy;

/// <summary>A file that loaded and has a say in decisions.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="Sha256">Digest of its canonical text; comments and layout do not change it.</param>
public sealed record LoadedFile(string Path, string Sha256);
