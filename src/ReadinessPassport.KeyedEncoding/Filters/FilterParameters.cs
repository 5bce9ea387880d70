using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Parameters of a filter that follow from its schema.</summary>
internal static class FilterParameters
{
    /// <summary>
    /// Positions per token: as given, or so that the filter's target share of one-bits is met at the kind's usual number of tokens:
    /// 1 − (1 − 1/L)^(k·t) = fill, hence k = ln(1 − fill) / (t · ln(1 − 1/L)).
    /// </summary>
    public static int Hashes(FieldSchema field)
    {
        if (field.Hashes > 0)
            return field.Hashes;
        var tokens = field.Kind switch { FieldKind.Date => 10, FieldKind.Code => 1, FieldKind.Street => 15, FieldKind.Number => 7, _ => 7 };
        return Math.Max(1, (int)Math.Round(Math.Log(1 - field.Fill / 1000.0) / (tokens * Math.Log(1 - 1.0 / field.Length))));
    }
}
