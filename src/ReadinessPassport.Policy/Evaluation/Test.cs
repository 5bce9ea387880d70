namespace ReadinessPassport.Policy;

/// <summary>What a clause must pass to permit one contributor's category. A verdict lists the tests that failed; none failed is a permit.</summary>
[Flags]
internal enum Test
{
    None = 0,
    InForce = 1 << 0,
    Given = 1 << 1,
    Mode = 1 << 2,
    Purpose = 1 << 3,
    Agency = 1 << 4,
    Role = 1 << 5,
    Table = 1 << 6,
    Category = 1 << 7,
    Agreement = InForce | Given | Mode | Purpose | Agency | Role | Table | Category,
    Prohibited = 1 << 8,
    Law = 1 << 9,
    Consent = 1 << 10,
    Exception = 1 << 11,
    Relation = 1 << 12,
    Extract = 1 << 13,
}
