namespace ReadinessPassport.Agency.Commands.Clk;

/// <summary>What the first row of a file is.</summary>
internal enum ClkHeader
{
    /// <summary>The names of the features, and checked.</summary>
    Check,
    /// <summary>Some header, skipped.</summary>
    Ignore,
    /// <summary>Data.</summary>
    None,
}
