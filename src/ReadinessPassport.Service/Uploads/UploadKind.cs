namespace ReadinessPassport.Service.Uploads;

/// <summary>What an upload brings.</summary>
public enum UploadKind
{
    /// <summary>A cohort package: encodings.</summary>
    Cohort,
    /// <summary>A facts file: coded attributes.</summary>
    Facts,
}
