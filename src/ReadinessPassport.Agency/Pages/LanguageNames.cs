namespace ReadinessPassport.Agency.Pages;

/// <summary>Languages by their own names.</summary>
internal static class LanguageNames
{
    /// <summary>The name a speaker looks for.</summary>
    public static string Own(string tag) => tag switch
    {
        "en-US" => "English",
        "es-US" => "Español",
        "pt-BR" => "Português",
        "ht" => "Kreyòl ayisyen",
        "zh-Hans" => "简体中文",
        "vi" => "Tiếng Việt",
        _ => tag,
    };
}
