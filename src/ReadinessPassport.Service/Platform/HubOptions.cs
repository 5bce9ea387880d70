namespace ReadinessPassport.Service.Platform;

/// <summary>How this process was asked to run. Made by the command line, checked before anything starts.</summary>
internal sealed record HubOptions
{
    /// <summary>The data folder when none is given.</summary>
    public const string DefaultData = ".data/hub";

    /// <summary>The address when none is given.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8080";

    /// <summary>What this process does.</summary>
    public HubRole Role { get; init; } = HubRole.All;

    /// <summary>The folder with the embedded cluster, the hub's own keys and uploads in progress. Absolute.</summary>
    public required string Data { get; init; }

    /// <summary>Where the hub listens.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>The address by which others reach the hub, when a proxy stands before it; the issuer's name in tokens. Defaults to the first of <see cref="Urls"/>.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The folder of vocabularies, law packs, agreements and scenarios.</summary>
    public string Policies { get; init; } = "policies";

    /// <summary>Whether this is a demonstration with made-up children; every page says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Whether this process serves pages and the API.</summary>
    public bool ServesWeb => Role is HubRole.Web or HubRole.All;

    /// <summary>Whether this process links.</summary>
    public bool Links => Role is HubRole.LinkageUnit or HubRole.All;

    /// <summary>The issuer's name in tokens, without a closing slash.</summary>
    public string Issuer => (PublicUrl ?? Urls.Split(';')[0]).TrimEnd('/');
}
