using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One axis of a matrix: a finite list of values, in the order of the paper.</summary>
/// <param name="Name">Such as <c>provider</c>.</param>
/// <param name="Values">Every value, each once.</param>
public sealed record Axis(string Name, ImmutableArray<string> Values);
