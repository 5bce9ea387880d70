using System.Diagnostics;
using System.Globalization;

namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>One stage of a command's work and how far it is.</summary>
public sealed class ProgressStage : IDisposable
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(100);
    private readonly CommandContext _context;
    private readonly string _name;
    private readonly string _unit;
    private readonly long? _total;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _turn = new();
    private long _done;
    private long _lastFrame;
    private int _lastTenth;
    private bool _ended;

    internal ProgressStage(CommandContext context, string name, long? total, string unit)
    {
        (_context, _name, _total, _unit) = (context, name, total, unit);
        if (!_context.Redraws)
            _context.Say($"{_name}: started" + (total is { } t ? $", {Number(t)} {unit}" : ""));
    }

    /// <summary>How much is done so far.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Adds to what is done.</summary>
    public void Advance(long more = 1) => Show(Interlocked.Add(ref _done, more));

    /// <summary>Sets what is done.</summary>
    public void Report(long done)
    {
        Interlocked.Exchange(ref _done, done);
        Show(done);
    }

    /// <summary>Ends the stage and says how much was done in what time.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_ended)
                return;
            _ended = true;
            var elapsed = Stopwatch.GetElapsedTime(_started);
            _context.Say($"{_name}: done, {Number(Done)} {_unit} in {Time(elapsed)}");
        }
    }

    private void Show(long done)
    {
        if (_context.Options.Quiet || _ended)
            return;
        if (_context.Redraws)
        {
            var last = Interlocked.Read(ref _lastFrame);
            if ((last != 0 && Stopwatch.GetElapsedTime(last) < s_frame) || !_turn.TryEnter())
                return;
            try
            {
                _lastFrame = Stopwatch.GetTimestamp();
                _context.Redraw(Bar(done));
            }
            finally
            {
                _turn.Exit();
            }
        }
        else if (_total is > 0 && (int)Math.Min(10, done * 10 / _total.Value) is var tenth && tenth > Volatile.Read(ref _lastTenth))
        {
            lock (_turn)
            {
                if (tenth <= _lastTenth || _ended)
                    return;
                _lastTenth = tenth;
                _context.Say($"{_name}: {tenth * 10} %, {Number(done)} {_unit}");
            }
        }
    }

    private string Bar(long done)
    {
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var rate = seconds > 0.5 ? $"  {Number((long)(done / seconds))} {_unit}/s" : "";
        if (_total is not > 0)
            return $" {_name,-10} {Number(done)} {_unit}{rate}";
        var share = Math.Clamp((double)done / _total.Value, 0, 1);
        var filled = (int)(share * 20);
        return string.Create(CultureInfo.InvariantCulture, $" {_name,-10} [{new string('#', filled)}{new string('.', 20 - filled)}] {share * 100,3:0} %  {Number(done)} {_unit}{rate}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(TimeSpan elapsed) => elapsed.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes}:{elapsed.Seconds:00} min");
}
