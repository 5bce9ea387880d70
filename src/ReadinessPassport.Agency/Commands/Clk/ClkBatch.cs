namespace ReadinessPassport.Agency.Commands.Clk;

/// <summary>Some rows on their way from the reader to an encoder, their fields end to end.</summary>
internal sealed class ClkBatch(long firstRow)
{
    /// <summary>Rows in a full batch.</summary>
    public const int Full = 256;

    private readonly List<int> _ends = new(Full * 8);
    private char[] _text = new char[Full * 64];
    private int _length;
    private int _next;

    /// <summary>Number of the first row, from 1.</summary>
    public long FirstRow { get; } = firstRow;

    /// <summary>Whole rows so far.</summary>
    public int Rows { get; set; }

    /// <summary>Adds a field.</summary>
    public void Add(ReadOnlySpan<char> field)
    {
        if (_length + field.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + field.Length));
        field.CopyTo(_text.AsSpan(_length));
        _ends.Add(_length += field.Length);
    }

    /// <summary>Takes the next field.</summary>
    public ReadOnlySpan<char> Next()
    {
        var start = _next == 0 ? 0 : _ends[_next - 1];
        return _text.AsSpan(start.._ends[_next++]);
    }
}
