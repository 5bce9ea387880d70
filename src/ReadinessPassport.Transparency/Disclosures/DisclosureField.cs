namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>A line of the union that the laws' forms draw from.</summary>
public enum DisclosureField
{
    /// <summary>Entry id and time, UTC and local date.</summary>
    When,

    /// <summary>Who released: name, position, agency.</summary>
    Releasing,

    /// <summary>Who received: name, position, agency or affiliation.</summary>
    Receiving,

    /// <summary>Whom it was about.</summary>
    Subject,

    /// <summary>Parts of the record with their rung.</summary>
    Categories,

    /// <summary>How many persons, for groups.</summary>
    Persons,

    /// <summary>Purpose and legitimate interest.</summary>
    Purpose,

    /// <summary>Law, citation, clause.</summary>
    Basis,

    /// <summary>Agreement, version, digest.</summary>
    Agreement,

    /// <summary>Consent, or exception with evidence reference.</summary>
    Consent,

    /// <summary>Further recipients permitted.</summary>
    FurtherRecipients,

    /// <summary>The redisclosure notice.</summary>
    Notice,

    /// <summary>Expiry and destruction dates.</summary>
    Dates,

    /// <summary>Decision id and log index.</summary>
    Decision,
}
