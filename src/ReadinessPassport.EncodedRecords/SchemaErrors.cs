using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords;

/// <summary>What can be wrong with an encoding schema.</summary>
internal static class SchemaErrors
{
    public static PassportException Unreadable(string name, string why, Exception? inner = null) =>
        new("RP2201", ExitCode.BadInput, $"{name}: not an encoding schema ({why}).", "Compare it with docs/formats/encoding-schema.md, or use a shipped one: --schema children-1", inner);

    public static PassportException Inconsistent(string name, string what) =>
        new("RP2202", ExitCode.BadInput, $"{name}: {what}.", "Compare it with docs/formats/encoding-schema.md.");
}
