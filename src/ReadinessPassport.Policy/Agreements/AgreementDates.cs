namespace ReadinessPassport.Policy;

/// <summary>The term of an agreement: from the start of <see cref="Effective"/> through the end of <see cref="Expires"/>.</summary>
public sealed class AgreementDates
{
    internal AgreementDates(YamlMap map)
    {
        Effective = map.Date("effective")!.Value;
        Expires = map.Date("expires")!.Value;
        DestroyBy = map.Date("destroy_by");
        CertificateWithinDays = map.Int("certificate_within_days");
    }

    /// <summary>First day.</summary>
    public DateOnly Effective { get; }

    /// <summary>Last day.</summary>
    public DateOnly Expires { get; }

    /// <summary>Everything derived is destroyed by the end of this day; null in a memorandum.</summary>
    public DateOnly? DestroyBy { get; }

    /// <summary>Days in which destruction is certified; null in a memorandum.</summary>
    public int? CertificateWithinDays { get; }

    internal AgreementTime At(DateOnly day) => day < Effective ? AgreementTime.Before : day > Expires ? AgreementTime.After : AgreementTime.InForce;
}
