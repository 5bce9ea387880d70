namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>Everything that is ever sent of one value of one field, made once and remembered while the value comes again.</summary>
internal sealed class PreparedValue
{
    private static readonly ulong[][] s_nothing = [.. BlockPart.Transforms.Select(_ => Array.Empty<ulong>())];

    /// <summary>A value that says nothing.</summary>
    public static PreparedValue Missing { get; } = new();

    /// <summary>Whether there is a value at all.</summary>
    public bool IsMissing { get; init; } = true;

    /// <summary>The keyed hash of the value; 0 for partial dates, which are missing for exact comparison.</summary>
    public ulong Value { get; init; }

    /// <summary>The filter, hardened.</summary>
    public ulong[] Filter { get; init; } = [];

    /// <summary>The filter of the nickname's canonical form.</summary>
    public ulong[] NicknameFilter { get; init; } = [];

    /// <summary>The keyed hash of the nickname's canonical form.</summary>
    public ulong NicknameValue { get; init; }

    /// <summary>The keyed hash of the first letter.</summary>
    public ulong Initial { get; init; }

    /// <summary>The keyed hashes of the parts.</summary>
    public ulong[] Parts { get; init; } = [];

    /// <summary>What the value adds to each record filter, before hardening.</summary>
    public ulong[][] Record { get; init; } = [];

    /// <summary>What blocking rules take of the value, by transform: keyed hashes under one key for all fields, so that swapped fields meet.</summary>
    public ulong[][] Block { get; init; } = s_nothing;
}
