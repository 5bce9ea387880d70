using System.Globalization;
using System.Text;

namespace ReadinessPassport.Agency.Clients;

/// <summary>A name as the search compares it: without accents, in lower case, joiners as blanks. For searching at home only; encodings have their own normaliser.</summary>
internal static class FoldedName
{
    /// <summary>The folded form.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '.')
                continue;
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }
        return string.Join(' ', folded.Replace("ł", "l").Replace("ø", "o").Replace("đ", "d").Replace("ß", "ss").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
