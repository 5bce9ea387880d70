using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>Step 8: the released tables are the ones that were logged, and none prints a count from 1 to the floor less one.</summary>
internal static class TableStep
{
    public static StepReport Run(ReviewedBundle bundle)
    {
        var findings = ImmutableArray.CreateBuilder<BundleFinding>();
        var floor = bundle.Folders.Values.Select(f => f.Vocabulary?.Limits.MinimumCellFloor ?? 0).DefaultIfEmpty(0).Max();
        var tables = bundle.Bundle.Paths.Where(p => p.StartsWith("releases/", StringComparison.Ordinal) && p.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var path in tables)
        {
            var (id, bytes) = (path["releases/".Length..^".csv".Length], bundle.Bundle.File(path) ?? []);
            var release = bundle.Of(EntryKinds.Release).FirstOrDefault(r => r.Entry.Refs.GetValueOrDefault("release") == id);
            if (release is null)
                findings.Add(new(BundleErrors.TableLeaks, null, $"{path} is of a release that the entries do not hold"));
            else if (bundle.Text(release, "csv_sha256") is { } logged && logged != Convert.ToHexStringLower(SHA256.HashData(bytes)))
                findings.Add(new(BundleErrors.TableLeaks, release.Index, $"{path} is not the table whose digest was logged"));
            if (SmallCell(Encoding.UTF8.GetString(bytes), floor) is { } line)
                findings.Add(new(BundleErrors.TableLeaks, release?.Index, string.Create(CultureInfo.InvariantCulture, $"{path} line {line} prints a count below the floor of {floor}")));
        }
        return new("tables", $"{tables.Count} tables, no count below {floor}", findings.ToImmutable());
    }

    // Columns named count or n hold counts; others may hold years, ages and percentages.
    private static int? SmallCell(string csv, int floor)
    {
        var lines = csv.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var header = lines.FindIndex(l => l.Length > 0 && l[0] != '#');
        if (header < 0)
            return null;
        var counts = lines[header].Split(',').Select((name, i) => (Name: name.Trim('"').ToLowerInvariant(), i)).Where(c => c.Name is "count" or "n" or "value").Select(c => c.i).ToHashSet();
        for (var i = header + 1; i < lines.Count; i++)
        {
            var cells = lines[i].Split(',');
            if (counts.Any(c => c < cells.Length && int.TryParse(cells[c].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && n < floor))
                return i + 1;
        }
        return null;
    }
}
