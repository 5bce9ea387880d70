namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>One value of a canonical field before it is normalised.</summary>
/// <param name="Text">The value as the source has it.</param>
/// <param name="Kind">What it is, where that decides how a code is normalised.</param>
/// <param name="Order">0 for the present value, more for earlier or other ones.</param>
internal readonly record struct RawValue(string Text, RawKind Kind, int Order)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => "RawValue (hidden)";
}

/// <summary>What a raw value is.</summary>
internal enum RawKind
{
    /// <summary>Anything else.</summary>
    Plain,
    /// <summary>Sex.</summary>
    Sex,
    /// <summary>A postal code.</summary>
    PostalCode,
    /// <summary>A telephone number.</summary>
    Telephone,
    /// <summary>An identifier.</summary>
    Identifier,
}
