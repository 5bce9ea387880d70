using ReadinessPassport.Transparency.Notes;

namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>What a witness says to a checkpoint.</summary>
public abstract record WitnessAnswer
{
    private WitnessAnswer()
    {
    }

    /// <summary>It cosigns, and has kept the checkpoint.</summary>
    /// <param name="Size">Which checkpoint.</param>
    /// <param name="Line">The signature line to post.</param>
    public sealed record Cosigned(long Size, NoteSignature Line) : WitnessAnswer;

    /// <summary>It does not.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Kept">The last checkpoint it cosigned: with <paramref name="Shown"/>, the evidence. Null before the first.</param>
    /// <param name="Shown">What it was asked to cosign.</param>
    public sealed record Refused(WitnessRefusal Why, SignedNote? Kept, SignedNote Shown) : WitnessAnswer
    {
        /// <summary>One sentence for the steward.</summary>
        public string Words => Why switch
        {
            WitnessRefusal.NotTheLogs => "the checkpoint is not signed by the log's key",
            WitnessRefusal.Shorter => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the log shows fewer entries than the {Checkpoint.Parse(Kept!).Size:#,0} cosigned before: it was cut, or an old checkpoint is served"),
            WitnessRefusal.Rewritten => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the log was rewritten at or before entry {Checkpoint.Parse(Kept!).Size:#,0}"),
            _ => "this machine's clock stands before the time of the last cosignature: set it right",
        };
    }
}
