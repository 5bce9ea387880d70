using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// One attribute of <c>rp-vocab/1</c>: something coded that an agency may say of one person in one period. Closed codes only: no free text, no exact
/// date, no exact score, no school.
/// </summary>
public sealed class AttributeDefinition
{
    private readonly FrozenDictionary<string, AttributeCode> _byCode;

    internal AttributeDefinition(string id, string label, string category, AttributeClass @class, ImmutableArray<string> cedsIds, IEnumerable<AttributeCode> codes, int? digits = null)
    {
        (Id, Label, Category, Class, CedsIds, Digits) = (id, label, category, @class, cedsIds, digits);
        Codes = [.. codes, Unknown, NotApplicable];
        _byCode = Codes.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
    }

    /// <summary>The value of every attribute that says: asked and not known.</summary>
    public static AttributeCode Unknown { get; } = new("U", "Unknown");

    /// <summary>The value of every attribute that says: the question does not arise.</summary>
    public static AttributeCode NotApplicable { get; } = new("X", "Not applicable");

    /// <summary>Such as <c>att.band</c>.</summary>
    public string Id { get; }

    /// <summary>Such as <c>Attendance band</c>.</summary>
    public string Label { get; }

    /// <summary>The one policy category it belongs to, such as <c>edu.attendance</c>.</summary>
    public string Category { get; }

    /// <summary>How freely it may be used.</summary>
    public AttributeClass Class { get; }

    /// <summary>Elements of the Common Education Data Standards, version 13, six digits each; empty where CEDS has none and the definition is our own (RP).</summary>
    public ImmutableArray<string> CedsIds { get; }

    /// <summary>Every listed code in the vocabulary's order, <c>U</c> and <c>X</c> last.</summary>
    public ImmutableArray<AttributeCode> Codes { get; }

    /// <summary>For an attribute whose codes a state keeps (districts): besides <see cref="Codes"/>, every text of exactly so many digits. Null otherwise.</summary>
    public int? Digits { get; }

    /// <summary>Whether <paramref name="code"/> is a value of this attribute. Case matters.</summary>
    public bool Allows(string? code) =>
        code is not null && (_byCode.ContainsKey(code) || (Digits == code.Length && code.All(char.IsAsciiDigit)));

    /// <summary>The label of a code; the code itself where the state keeps the list.</summary>
    /// <exception cref="ArgumentException">Not a value of this attribute.</exception>
    public string LabelOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (_byCode.TryGetValue(code, out var known))
            return known.Label;
        return Allows(code) ? code : throw new ArgumentException($"Not a code of {Id}.", nameof(code));
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
