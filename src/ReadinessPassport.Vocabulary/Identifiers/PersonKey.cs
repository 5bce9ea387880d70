namespace ReadinessPassport.Vocabulary;

/// <summary>One person as one project's linkage sees them: 128 random bits, never derived from anything. Means nothing outside its project.</summary>
public readonly record struct PersonKey(Guid Value)
{
    /// <summary>A key nobody has had before.</summary>
    public static PersonKey New() => new(Guid.NewGuid());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
