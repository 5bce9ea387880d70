namespace ReadinessPassport.Policy;

/// <summary>The codes of what can be wrong with policy files and signatures, each with its page in <c>docs/reference/errors</c>.</summary>
public static class PolicyCodes
{
    /// <summary>Bytes: size, UTF-8, normal form, invisible characters.</summary>
    public const string Bytes = "RP6001";

    /// <summary>YAML outside the subset.</summary>
    public const string Syntax = "RP6002";

    /// <summary>A key, entry, id or version a second time.</summary>
    public const string Repeated = "RP6003";

    /// <summary>A key nobody knows.</summary>
    public const string UnknownKey = "RP6004";

    /// <summary>A required key is missing.</summary>
    public const string MissingKey = "RP6005";

    /// <summary>Wrong type or form.</summary>
    public const string WrongForm = "RP6006";

    /// <summary>A code nobody knows.</summary>
    public const string UnknownCode = "RP6007";

    /// <summary>A reference that leads nowhere.</summary>
    public const string Unresolved = "RP6008";

    /// <summary>A clause id that is ill-formed, in the wrong section or repeated.</summary>
    public const string ClauseId = "RP6009";

    /// <summary>Parts that contradict each other.</summary>
    public const string Contradiction = "RP6010";

    /// <summary>Dates out of order.</summary>
    public const string DateOrder = "RP6011";

    /// <summary>A key that belongs to another kind, mode or law.</summary>
    public const string WrongPlace = "RP6012";

    /// <summary>Wider than the agreement it stands under.</summary>
    public const string WiderThanParent = "RP6013";

    /// <summary>What a law asks a legal basis to say is missing.</summary>
    public const string LawField = "RP6014";

    /// <summary>A law pack that counsel has not read.</summary>
    public const string StubLaw = "RP6020";

    /// <summary>A signature is missing.</summary>
    public const string SignatureMissing = "RP6030";

    /// <summary>A signature is of another text or print.</summary>
    public const string SignatureStale = "RP6031";

    /// <summary>A signature does not verify.</summary>
    public const string SignatureInvalid = "RP6032";

    /// <summary>A signature is with another's key, or outside its period.</summary>
    public const string SigningKeyWrong = "RP6033";
}
