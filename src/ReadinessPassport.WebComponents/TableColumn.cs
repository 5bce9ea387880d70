namespace ReadinessPassport.WebComponents;

/// <summary>A column of a <see cref="DataTable"/>.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="Sort">The value of <c>?sort=</c> that sorts by it; null when it cannot be sorted by.</param>
/// <param name="IsNumber">Whether it is aligned to the right.</param>
public sealed record TableColumn(string Label, string? Sort = null, bool IsNumber = false);
