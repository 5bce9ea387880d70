using System.Text;

namespace ReadinessPassport.Policy;

/// <summary>Lines of at most 100 columns, clauses hung by their id.</summary>
internal sealed class PrintPage
{
    private const int Columns = 100;
    private readonly StringBuilder _text = new();

    public void Line(string text) => Wrap("", "", text);

    public void Blank() => _text.Append('\n');

    public void Clause(string id, string sentence) => Wrap($" {id,-3} ", "     ", sentence);

    public override string ToString() => _text.ToString();

    private void Wrap(string first, string others, string text)
    {
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Columns)
            {
                _text.Append(line).Append('\n');
                line.Clear().Append(others);
                empty = true;
            }
            if (!empty)
                line.Append(' ');
            line.Append(word);
            empty = false;
        }
        _text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
