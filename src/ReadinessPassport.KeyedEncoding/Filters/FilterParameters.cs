using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Parameters of a filter that follow from its schema.</summary>
internal static class FilterParameters
{
    /// <summary>
    /// Positions per token: as given, or so that the filter's target share of one-bits is met at the usual number of tokens:
    /// 1 − (1 − 1/L)^(k·t) = fill, hence k = ln(1 − fill) / (t · ln(1 − 1/L)).
    /// </summary>
    /// <param name="schema">The schema, where a record filter's fields stand.</param>
    /// <param name="field">The field.</param>
    /// <param name="length">Bits before hardening.</param>
    public static int Hashes(EncodingSchema schema, FieldSchema field, int length)
    {
        if (field.Hashes > 0)
            return field.Hashes;
        var tokens = field.Kind == FieldKind.Record ? field.From.Sum(f => UsualTokens(schema.Field(f).Kind)) : UsualTokens(field.Kind);
        return Math.Max(1, (int)Math.Round(Math.Log(1 - field.Fill / 1000.0) / (tokens * Math.Log(1 - 1.0 / length))));
    }

    private static int UsualTokens(FieldKind kind) => kind switch { FieldKind.Date => 10, FieldKind.Code => 1, FieldKind.Street => 15, _ => 7 };
}
