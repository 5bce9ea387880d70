using System.Globalization;

namespace ReadinessPassport.Transparency.Tree;

/// <summary>
/// A tile: up to 256 neighbouring hashes of one level of the tree, the unit in which a log is read (C2SP tlog-tiles). Level 0 holds leaf hashes; a hash of level
/// n is the root of a complete tile of level n − 1.
/// </summary>
/// <param name="Level">0 to 7.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">How many hashes it holds: 256, or fewer at the right edge of the tree.</param>
public readonly record struct TileId(int Level, long Index, int Width)
{
    /// <summary>Hashes in a complete tile.</summary>
    public const int Complete = 256;

    /// <summary>The tile of a level that holds its hash number <paramref name="hash"/>, as wide as a tree of <paramref name="size"/> leaves makes it.</summary>
    public static TileId Holding(int level, long hash, long size)
    {
        var hashes = size >> (8 * level);
        var index = hash / Complete;
        return new(level, index, (int)Math.Min(Complete, hashes - index * Complete));
    }

    /// <summary>The path below <c>/log/</c>: <c>tile/0/x001/067</c>, with <c>.p/5</c> after it when five hashes wide.</summary>
    public string Path => $"tile/{Level.ToString(CultureInfo.InvariantCulture)}/{IndexPath(Index)}{WidthPath(Width)}";

    /// <summary>The path of the entries whose leaf hashes the level-0 tile of that index and width holds.</summary>
    public static string EntriesPath(long index, int width = Complete) => $"tile/entries/{IndexPath(index)}{WidthPath(width)}";

    /// <summary>Reads what follows <c>tile/LEVEL/</c> or <c>tile/entries/</c>: groups of three digits, all but the last after an x, then perhaps a width.</summary>
    /// <returns>Whether it was the one canonical form of an index and a width.</returns>
    public static bool TryParse(string? text, out long index, out int width)
    {
        (index, width) = (0, Complete);
        if (text is not { Length: > 0 and < 64 })
            return false;
        var partial = text.IndexOf(".p/", StringComparison.Ordinal);
        if (partial >= 0 && (!int.TryParse(text.AsSpan(partial + 3), NumberStyles.None, CultureInfo.InvariantCulture, out width) || width is < 1 or >= Complete))
            return false;
        foreach (var group in (partial < 0 ? text : text[..partial]).Split('/'))
        {
            if (!int.TryParse(group.StartsWith('x') ? group.AsSpan(1) : group, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits > 999 || index > long.MaxValue / 2000)
                return false;
            index = index * 1000 + digits;
        }
        return text == IndexPath(index) + WidthPath(width);
    }

    private static string WidthPath(int width) => width == Complete ? "" : $".p/{width.ToString(CultureInfo.InvariantCulture)}";

    private static string IndexPath(long index)
    {
        var path = (index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (index /= 1000; index > 0; index /= 1000)
            path = $"x{(index % 1000).ToString("D3", CultureInfo.InvariantCulture)}/{path}";
        return path;
    }
}
