namespace ReadinessPassport.Vocabulary;

/// <summary>One value an attribute may have.</summary>
/// <param name="Code">As written in facts files and tables; a CEDS code where CEDS has a set.</param>
/// <param name="Label">As people read it.</param>
public sealed record AttributeCode(string Code, string Label);
