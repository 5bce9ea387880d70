using System.ComponentModel.DataAnnotations;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Section <c>SignIn</c> of the configuration. Without an authority the hub issues tokens itself.</summary>
internal sealed class SignInOptions
{
    /// <summary>Another OpenID Connect issuer (Keycloak, Entra, a state's own) that signs people and machines in instead of the hub.</summary>
    public string? Authority { get; set; }

    /// <summary>The hub's client id at that issuer, for its pages.</summary>
    public string ClientId { get; set; } = "readiness-passport-hub";

    /// <summary>The hub's secret at that issuer; by environment or file, not by command line.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The audience tokens must be for.</summary>
    [Required]
    public string Audience { get; set; } = "readiness-passport";

    /// <summary>Whether another issuer signs in.</summary>
    public bool IsOutside => !string.IsNullOrEmpty(Authority);
}
