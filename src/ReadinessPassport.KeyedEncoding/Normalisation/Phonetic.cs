using System.Text;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>How a name sounds, roughly: Soundex (Russell and Odell 1918) whose first letter is coded by sound too, so that Katz and Catz fall together. For blocking only.</summary>
internal static class Phonetic
{
    /// <summary>Up to four digits; the folded name itself where it has no letter of the Latin alphabet.</summary>
    public static string Code(string folded)
    {
        var code = new StringBuilder(4);
        var last = '0';
        foreach (var letter in folded)
        {
            var sound = Sound(letter);
            if (sound == '-')
                continue; // h and w do not part equal sounds
            if (sound != '0' && sound != last || code.Length == 0 && letter is >= 'a' and <= 'z')
                code.Append(sound);
            last = sound;
            if (code.Length == 4)
                break;
        }
        return code.Length == 0 ? folded : code.ToString();
    }

    private static char Sound(char letter) => letter switch
    {
        'b' or 'f' or 'p' or 'v' => '1',
        'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => '2',
        'd' or 't' => '3',
        'l' => '4',
        'm' or 'n' => '5',
        'r' => '6',
        'h' or 'w' => '-',
        _ => '0',
    };
}
