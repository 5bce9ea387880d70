namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>One package of a run.</summary>
/// <param name="Upload">The upload that brought it.</param>
/// <param name="Owner">The agency whose records it holds.</param>
/// <param name="Rows">How many records.</param>
/// <param name="Agreement">The agreement under which it came and the run links.</param>
internal sealed record RunPackage(string Upload, string Owner, int Rows, string Agreement);
