using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Merges single cases into few disjoint boxes: axis by axis, each once, boxes that are equal on all other axes unite.</summary>
internal static class Boxes
{
    public static ImmutableArray<Box> Of(IEnumerable<int[]> cases, int axes)
    {
        var boxes = cases.Select(c => c.Select(v => (ImmutableArray<int>)[v]).ToArray()).ToList();
        for (var axis = 0; axis < axes; axis++)
        {
            var merged = new Dictionary<string, ImmutableArray<int>[]>(StringComparer.Ordinal);
            var values = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
            foreach (var box in boxes)
            {
                var key = Key(box, axis);
                if (merged.TryAdd(key, box))
                    values[key] = [];
                values[key].UnionWith(box[axis]);
            }
            boxes = [.. merged.Select(m => Replaced(m.Value, axis, [.. values[m.Key]]))];
        }
        return [.. boxes.Select(b => new Box([.. b]))];
    }

    private static ImmutableArray<int>[] Replaced(ImmutableArray<int>[] box, int axis, ImmutableArray<int> values)
    {
        var copy = (ImmutableArray<int>[])box.Clone();
        copy[axis] = values;
        return copy;
    }

    private static string Key(ImmutableArray<int>[] box, int but)
    {
        var key = new System.Text.StringBuilder();
        for (var i = 0; i < box.Length; i++)
        {
            if (i == but)
                continue;
            foreach (var value in box[i])
                key.Append(value).Append(',');
            key.Append(';');
        }
        return key.ToString();
    }
}
