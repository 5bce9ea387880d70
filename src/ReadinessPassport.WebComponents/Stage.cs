namespace ReadinessPassport.WebComponents;

/// <summary>One stage of a long job.</summary>
/// <param name="Name">What it does.</param>
/// <param name="State">How far it is.</param>
/// <param name="Progress">In words and numbers, such as <c>12 of 40 pieces, 30%</c>; null for none.</param>
public sealed record Stage(string Name, StageState State, string? Progress = null);
