namespace ReadinessPassport.Service.Platform;

/// <summary>What one process of the hub does. The image is the same; the database role, and so what it can see, is not.</summary>
internal enum HubRole
{
    /// <summary>Both, for one machine.</summary>
    All,
    /// <summary>Pages and the API, as rp_web.</summary>
    Web,
    /// <summary>Linkage runs, as rp_linkage.</summary>
    LinkageUnit,
}
