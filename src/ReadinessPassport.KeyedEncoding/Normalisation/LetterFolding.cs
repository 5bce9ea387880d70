using System.Globalization;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>Letters as <c>rp-norm/1</c> compares them: without marks, in lower case, everything that is neither letter nor digit a blank.</summary>
internal static class LetterFolding
{
    /// <summary>NFKD, marks dropped, the letters that do not decompose written out, apostrophes and full stops gone, the rest blanks; blanks collapsed.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return FoldAscii(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark || IsJoiner(rune.Value))
                continue;
            if (Written(rune.Value) is { } letters)
                folded.Append(letters);
            else if (Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                folded.Append(' ');
        }
        return Collapse(folded);
    }

    // What the rest does, for letters that need no table; tests hold the two together.
    private static string FoldAscii(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (c is '\'' or '`' or '.')
                continue;
            if (char.IsAsciiLetterOrDigit(c))
                folded[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && folded[length - 1] != ' ')
                folded[length++] = ' ';
        }
        if (length > 0 && folded[length - 1] == ' ')
            length--;
        return folded[..length].ToString();
    }

    private static string Collapse(StringBuilder text)
    {
        var collapsed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(text[i]);
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ')
            collapsed.Length--;
        return collapsed.ToString();
    }

    // O'Brien = OBrien; St. = St. Letters such as the ʻokina and the modifier apostrophe join as well.
    private static bool IsJoiner(int rune) => rune is '\'' or '’' or '‘' or '`' or '´' or '.' or 0x02BB or 0x02BC or 0x00B4;

    private static string? Written(int rune) => rune switch
    {
        'ß' or 'ẞ' => "ss",
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ı' or 'İ' => "i",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        'ħ' or 'Ħ' => "h",
        'ŋ' or 'Ŋ' => "n",
        _ => null,
    };
}
