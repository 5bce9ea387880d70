namespace ReadinessPassport.Policy;

/// <summary>A form's text in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">Markdown, as shown.</param>
/// <param name="TextSha256">Digest of the file, lower-case hexadecimal: a consent names it.</param>
/// <param name="IsSignedOff">Whether counsel has signed the translation off; a draft serves demonstrations only.</param>
public sealed record FormLanguage(string Language, string Text, string TextSha256, bool IsSignedOff);
