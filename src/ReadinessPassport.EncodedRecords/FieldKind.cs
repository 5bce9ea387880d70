namespace ReadinessPassport.EncodedRecords;

/// <summary>How values of a field are normalised and cut into tokens.</summary>
public enum FieldKind
{
    /// <summary>A personal name: padded bigrams; particles, nicknames and initials are understood.</summary>
    Name,
    /// <summary>Any other text: padded bigrams.</summary>
    Text,
    /// <summary>A date: year, month with day, order-free day and month, digits by position; never a lone day or month.</summary>
    Date,
    /// <summary>House number and street with standard abbreviations: padded bigrams.</summary>
    Street,
    /// <summary>A value that is equal or not, such as sex or a postal code: one token.</summary>
    Code,
    /// <summary>A number whose neighbours resemble it.</summary>
    Number,
    /// <summary>No value of its own: one filter of the tokens of other fields of the schema, which <see cref="FieldSchema.From"/> names. What round one of two-round linkage sends.</summary>
    Record,
}
