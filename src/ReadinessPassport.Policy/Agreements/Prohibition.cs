using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A clause of section X.</summary>
public sealed class Prohibition
{
    internal Prohibition(YamlMap map)
    {
        Clause = map.Text("clause")!;
        ToRoles = map.Texts("to_roles").ToFrozenSet(StringComparer.Ordinal);
        Unless = [.. map.Texts("unless").Order(StringComparer.Ordinal)];
        Action = map.Text("action");
        Note = map.Text("note");
    }

    /// <summary>Such as <c>X1</c>.</summary>
    public string Clause { get; }

    /// <summary>Roles that never get anything; empty where the clause is about an action.</summary>
    public FrozenSet<string> ToRoles { get; }

    /// <summary>Exceptions that lift it.</summary>
    public ImmutableArray<string> Unless { get; }

    /// <summary>What may not be done; null where the clause is about roles.</summary>
    public string? Action { get; }

    /// <summary>Plain words.</summary>
    public string? Note { get; }
}
