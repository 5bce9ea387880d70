using ReadinessPassport.Transparency.Notes;

namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>Where a witness keeps the last checkpoint it cosigned. A door: whoever has a disk implements it.</summary>
public interface IWitnessMemory
{
    /// <summary>The last checkpoint, with this witness's cosignature; null before the first.</summary>
    /// <exception cref="InvalidDataException">What is kept cannot be read: the witness must not start anew by itself.</exception>
    SignedNote? Last();

    /// <summary>Keeps a checkpoint so that it survives a power failure; returns only then.</summary>
    void Keep(SignedNote note);
}
