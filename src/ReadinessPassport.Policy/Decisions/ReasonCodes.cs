using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The words that records and scenarios use for <see cref="ReasonCode"/>.</summary>
public static class ReasonCodes
{
    private static readonly ImmutableArray<string> s_texts =
        ["PERMITTED", "E-VOCAB", "E-VISA", "E-DEBARRED", "E-NOAGREEMENT", "E-PROHIBITED", "E-LAW", "E-CONSENT", "E-EXCEPTION", "E-RELATION", "E-EXTRACT", "E-INDETERMINATE", "E-LOG"];

    /// <summary>Such as <c>E-CONSENT</c>.</summary>
    public static string Text(this ReasonCode code) => s_texts[(int)code];

    /// <summary>The code with this text; null when there is none.</summary>
    public static ReasonCode? Parse(string? text) => text is not null && s_texts.IndexOf(text) is >= 0 and var at ? (ReasonCode)at : null;
}
