namespace ReadinessPassport.Agency.Serving;

/// <summary>How the edge's web app was asked to run. Made by the command line, checked before anything starts.</summary>
internal sealed record EdgeOptions
{
    /// <summary>The agency's code.</summary>
    public required string Agency { get; init; }

    /// <summary>What people call the agency.</summary>
    public required string Name { get; init; }

    /// <summary>The hub's address, without a closing slash.</summary>
    public required string Hub { get; init; }

    /// <summary>The issuer that signs staff in; the hub's own unless another is given.</summary>
    public string? Issuer { get; init; }

    /// <summary>Where the edge listens.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8090";

    /// <summary>Where cookies' keys are kept, readable by the owner only.</summary>
    public required string Home { get; init; }

    /// <summary>Whether the clients are made up.</summary>
    public bool Demonstration { get; init; }
}
