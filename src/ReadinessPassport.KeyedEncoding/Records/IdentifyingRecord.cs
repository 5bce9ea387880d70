namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>
/// One person as an agency's source has it, the same whatever the source: what goes into an encoding and never leaves the agency.
/// A missing value is absent, never an empty string. A class and not a record, so that nothing prints it by accident.
/// </summary>
public sealed class IdentifyingRecord
{
    /// <summary>The source's own id; a handle is made of it, and nothing else.</summary>
    public required string SourceRecordId { get; init; }

    /// <summary>Legal given name as written.</summary>
    public string? FirstName { get; init; }

    /// <summary>Middle name or initial.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Legal surname as written, compound or not.</summary>
    public string? LastName { get; init; }

    /// <summary>Generation suffix, such as Jr.</summary>
    public string? Suffix { get; init; }

    /// <summary>Alternates: maiden, former, preferred names. They never replace the legal name.</summary>
    public IReadOnlyList<OtherName> OtherNames { get; init; } = [];

    /// <summary>Date of birth, with the precision the source has.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>Town of birth.</summary>
    public string? BirthCity { get; init; }

    /// <summary>CEDS code of sex: <c>Male</c>, <c>Female</c> or <c>NotSelected</c>; or as the source writes it where no mapping is known.</summary>
    public string? Sex { get; init; }

    /// <summary>Identifiers by system, such as a state student id.</summary>
    public IReadOnlyList<IdentifierValue> Identifiers { get; init; } = [];

    /// <summary>Present address first, earlier ones after it.</summary>
    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    /// <summary>Parents and guardians.</summary>
    public IReadOnlyList<Guardian> Guardians { get; init; } = [];

    /// <summary>Telephone number of the household.</summary>
    public string? Telephone { get; init; }

    /// <summary>Whether twin or higher multiple; null when the source does not say.</summary>
    public bool? MultipleBirth { get; init; }

    /// <summary>Order among children born together, from 1.</summary>
    public int? BirthOrder { get; init; }

    /// <summary>Further values for benchmark and special schemas, by canonical or own field name, such as <c>email</c> or <c>occupation</c>.</summary>
    public IReadOnlyDictionary<string, string> Further { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes for which this child must never be linked, such as <c>adoption-sealed</c>; a record with any of the schema's codes stays at the agency.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => "IdentifyingRecord (hidden)";
}
