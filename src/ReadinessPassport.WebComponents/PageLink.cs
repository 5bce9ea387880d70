namespace ReadinessPassport.WebComponents;

/// <summary>A link in the trail above a page or in its navigation.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Address">Where it leads; never with a name, birth date or local id in it.</param>
public sealed record PageLink(string Label, string Address);
