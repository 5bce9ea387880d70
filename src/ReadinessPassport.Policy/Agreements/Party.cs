using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>An agency that is party to an agreement.</summary>
public sealed class Party
{
    internal Party(YamlMap map)
    {
        Agency = map.Text("agency")!;
        Parts = [.. map.Texts("as").Order(StringComparer.Ordinal)];
        IsProvider = Parts.Contains("provider");
        Contact = map.Text("contact")!;
        OfficialName = map.Map("official")?.Text("name");
        OfficialTitle = map.Map("official")?.Text("title");
    }

    /// <summary>The agency.</summary>
    public string Agency { get; }

    /// <summary>Among <c>provider</c>, <c>recipient</c>, <c>linkage-service</c>, <c>researcher</c>; <c>member</c> in a memorandum.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>An e-mail address.</summary>
    public string Contact { get; }

    /// <summary>The releasing person of the access log; null where the party provides nothing.</summary>
    public string? OfficialName { get; }

    /// <summary>Their office.</summary>
    public string? OfficialTitle { get; }

    /// <summary>Whether it gives data.</summary>
    public bool IsProvider { get; }
}
