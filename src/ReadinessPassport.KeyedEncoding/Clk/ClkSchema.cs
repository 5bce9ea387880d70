using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>A clkhash linkage schema, version 3, ready to encode with; older versions are converted as they are read.</summary>
public sealed class ClkSchema
{
    internal ClkSchema(int length, int folds, HashAlgorithmName kdfHash, byte[] salt, byte[] info, int keySize, ImmutableArray<ClkFeature> features, ImmutableArray<string> warnings) =>
        (Length, Folds, KdfHash, Salt, Info, KeySize, Features, Warnings) = (length, folds, kdfHash, salt, info, keySize, features, warnings);

    /// <summary>Bits in the final filter.</summary>
    public int Length { get; }

    /// <summary>How often the filter is folded on itself.</summary>
    public int Folds { get; }

    /// <summary>The features, ignored ones too, in column order.</summary>
    public ImmutableArray<ClkFeature> Features { get; }

    /// <summary>Where the format's own traps bite in this schema.</summary>
    public ImmutableArray<string> Warnings { get; }

    internal HashAlgorithmName KdfHash { get; }

    internal byte[] Salt { get; }

    internal byte[] Info { get; }

    internal int KeySize { get; }

    internal int WorkingLength => Length << Folds;
}
