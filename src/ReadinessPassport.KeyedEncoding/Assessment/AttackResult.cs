namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>What one attack did to one thing that is sent.</summary>
/// <param name="Attack">frequency, pattern or graph.</param>
/// <param name="Target">The field, and what of it: <c>given#value</c>, <c>surname</c>.</param>
/// <param name="Records">How many records the attacker had before them.</param>
/// <param name="Claimed">How many they would name with confidence.</param>
/// <param name="Right">How many of these names are right.</param>
public sealed record AttackResult(string Attack, string Target, int Records, int Claimed, int Right)
{
    /// <summary>Share of all records that are named, with confidence and rightly.</summary>
    public double Named => Records == 0 ? 0 : (double)Right / Records;
}
