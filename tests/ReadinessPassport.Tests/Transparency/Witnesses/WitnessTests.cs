using Microsoft.Extensions.Time.Testing;
using ReadinessPassport.Tests.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;
using ReadinessPassport.Transparency.Witnesses;
using Xunit;

namespace ReadinessPassport.Tests.Transparency.Witnesses;

public class WitnessTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly Memory _memory = new();
    private readonly SmallLog _log = SmallLog.Example(more: 40);

    private Witness AWitness => new(SmallLog.Key.Key, SmallLog.WitnessKeys[0], _memory, _time);

    [Fact]
    public async Task A_witness_cosigns_what_extends_the_last_and_keeps_it_first()
    {
        var first = Assert.IsType<WitnessAnswer.Cosigned>(await LookAsync(_log, 5));
        Assert.Equal(5, Checkpoint.Parse(_memory.Last()!).Size);
        var second = Assert.IsType<WitnessAnswer.Cosigned>(await LookAsync(_log, 40));

        Assert.Equal((5, 40), (first.Size, second.Size));
        Assert.Equal(_time.GetUtcNow(), SmallLog.WitnessKeys[0].Key.WitnessedAt(_log.Head(40, witnessed: false).With(second.Line)));
        Assert.IsType<WitnessAnswer.Cosigned>(await LookAsync(_log, 40)); // the same again is no harm
    }

    [Theory]
    [InlineData(4, WitnessRefusal.Shorter)]
    [InlineData(20, WitnessRefusal.Rewritten)]
    [InlineData(43, WitnessRefusal.Rewritten)]
    public async Task A_witness_refuses_a_shorter_or_another_tree_and_has_the_evidence(int size, WitnessRefusal why)
    {
        await LookAsync(_log, 20);
        var other = SmallLog.Example(more: 40);
        other.Entries[2] = other.Entries[3];

        var refused = Assert.IsType<WitnessAnswer.Refused>(await LookAsync(other, size));

        Assert.Equal(why, refused.Why);
        Assert.Equal(20, Checkpoint.Parse(refused.Kept!).Size);
        Assert.True(SmallLog.Key.Key.HasSigned(refused.Kept!) && SmallLog.Key.Key.HasSigned(refused.Shown));
        Assert.Contains(why == WitnessRefusal.Shorter ? "fewer entries" : "the log was rewritten at or before entry 20", refused.Words, StringComparison.Ordinal);
        Assert.Equal(20, Checkpoint.Parse(_memory.Last()!).Size);
    }

    [Fact]
    public async Task Killed_between_keeping_and_answering_it_never_cosigns_a_shorter_tree_afterwards()
    {
        _memory.DieAfterKeeping = true;
        await Assert.ThrowsAsync<IOException>(() => LookAsync(_log, 30)); // nobody heard the answer
        _memory.DieAfterKeeping = false;

        Assert.Equal(WitnessRefusal.Shorter, Assert.IsType<WitnessAnswer.Refused>(await LookAsync(_log, 29)).Why);
        Assert.IsType<WitnessAnswer.Cosigned>(await LookAsync(_log, 30));
    }

    [Fact]
    public async Task Killed_before_keeping_nothing_was_signed()
    {
        _memory.DieBeforeKeeping = true;
        await Assert.ThrowsAsync<IOException>(() => LookAsync(_log, 30));

        Assert.Null(_memory.Last());
    }

    [Fact]
    public async Task A_clock_set_back_is_refused()
    {
        await LookAsync(_log, 5);
        var late = new Witness(SmallLog.Key.Key, SmallLog.WitnessKeys[0], _memory, new FakeTimeProvider(_time.GetUtcNow().AddSeconds(-1)));

        Assert.Equal(WitnessRefusal.ClockBehind, Assert.IsType<WitnessAnswer.Refused>(await late.LookAsync(_log.Head(6), Proofs(_log))).Why);
    }

    [Fact]
    public async Task Somebody_elses_checkpoint_is_refused()
    {
        var forged = SmallLog.WitnessKeys[1].Sign(_log.Head(5).Text);

        Assert.Equal(WitnessRefusal.NotTheLogs, Assert.IsType<WitnessAnswer.Refused>(await AWitness.LookAsync(forged, Proofs(_log))).Why);
    }

    [Fact]
    public async Task Two_histories_shown_to_two_witnesses_are_proved_from_the_notes_alone()
    {
        var other = SmallLog.Example(more: 40);
        other.Entries[2] = other.Entries[3];
        await LookAsync(_log, 40);
        var second = new Memory();
        Assert.IsType<WitnessAnswer.Cosigned>(await new Witness(SmallLog.Key.Key, SmallLog.WitnessKeys[1], second, _time).LookAsync(other.Head(40), Proofs(other)));

        Assert.Equal(ForkVerdict.Fork, ForkProof.Compare(SmallLog.Key.Key, _memory.Last()!, second.Last()!));
        Assert.Equal(ForkVerdict.Same, ForkProof.Compare(SmallLog.Key.Key, _log.Head(40), _log.Head(40, witnessed: false)));
        Assert.Equal(ForkVerdict.ProofNeeded, ForkProof.Compare(SmallLog.Key.Key, _log.Head(30), other.Head(40)));
        Assert.Equal(ForkVerdict.Fork, ForkProof.Compare(SmallLog.Key.Key, _log.Head(30), other.Head(40), await Proofs(other)(30, 40)));
        Assert.Equal(ForkVerdict.Same, ForkProof.Compare(SmallLog.Key.Key, _log.Head(40), _log.Head(30), await Proofs(_log)(30, 40)));
        Assert.Throws<InvalidDataException>(() => ForkProof.Compare(SmallLog.WitnessKeys[0].Key, _log.Head(30), _log.Head(30)));
    }

    private Task<WitnessAnswer> LookAsync(SmallLog log, long size) => AWitness.LookAsync(log.Head(size), Proofs(log));

    private static Func<long, long, Task<IReadOnlyList<byte[]>>> Proofs(SmallLog log) => (older, newer) => log.Tiles.Tree(newer).ConsistencyAsync(older);

    private sealed class Memory : IWitnessMemory
    {
        private string? _kept;

        public bool DieBeforeKeeping { get; set; }

        public bool DieAfterKeeping { get; set; }

        public SignedNote? Last() => _kept is null ? null : SignedNote.Parse(_kept);

        public void Keep(SignedNote note)
        {
            if (DieBeforeKeeping)
                throw new IOException("killed");
            _kept = note.ToString();
            if (DieAfterKeeping)
                throw new IOException("killed");
        }
    }
}
