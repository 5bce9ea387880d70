namespace ReadinessPassport.Policy;

/// <summary>What a matrix takes into account.</summary>
public sealed record MatrixOptions
{
    /// <summary>Leaves law packs out, to show what the agreement alone says.</summary>
    public bool AgreementOnly { get; init; }

    /// <summary>Takes neither signatures nor <c>status</c> as given.</summary>
    public bool AsIs { get; init; }
}
