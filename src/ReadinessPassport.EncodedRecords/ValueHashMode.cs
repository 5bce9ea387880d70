namespace ReadinessPassport.EncodedRecords;

/// <summary>Whether and how equality of whole values can be seen by the linkage unit.</summary>
public enum ValueHashMode
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>By a keyed 64-bit hash of the normalised value: allows equality and term frequency, and shows how frequent each value is.</summary>
    Full,
    /// <summary>Not; only ⌊log₂ frequency⌋ of the value in a published list is sent.</summary>
    Bucket,
}
