using System.Globalization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>What can go wrong with clkhash-compatible encoding, each code declared here and nowhere else. Row and column, never the value.</summary>
public static class ClkErrors
{
    /// <summary>RP2401: the linkage schema.</summary>
    public static PassportException Schema(string where, string what, Exception? inner = null) => new("RP2401", ExitCode.BadInput, $"linkage schema, {where}: {what}.", "Correct the schema; docs/formats/encoding-schema.md says what each version allows.", inner);

    /// <summary>RP2402: a value does not fit its feature.</summary>
    public static PassportException Value(long row, string feature, string what) => new("RP2402", ExitCode.BadInput, string.Create(CultureInfo.InvariantCulture, $"row {row}, column {feature}: {what}."), "Correct the row, or the feature's format in the schema; nothing was written.");

    /// <summary>RP2403: a row with too many or too few fields.</summary>
    public static PassportException Fields(long row, int found, int expected) => new("RP2403", ExitCode.BadInput, string.Create(CultureInfo.InvariantCulture, $"row {row}: {found} fields; the schema has {expected} features."), "Give the file exactly the schema's columns, in its order, ignored ones too.");

    /// <summary>RP2404: the header.</summary>
    public static PassportException Header(int column) => new("RP2404", ExitCode.BadInput, string.Create(CultureInfo.InvariantCulture, $"the first row is not the schema's header: column {column} has another name."), "Rename the columns, or say --header ignore (skip the row) or --header none (the first row is data).");

    /// <summary>RP2405: bytes that are no text.</summary>
    public static PassportException NotText(string file, Exception inner) => new("RP2405", ExitCode.BadInput, $"{file}: not a CSV file in UTF-8.", "Save it as CSV in UTF-8; nothing was written.", inner);
}
