using System.Globalization;
using System.Numerics;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>The privacy budget as the log tells it: each debit leaves what the one before left, less what it spent, and never less than nothing. Exact fractions, no rounding.</summary>
internal static class BudgetLedger
{
    public static IEnumerable<BundleFinding> Check(ReviewedBundle bundle)
    {
        var left = new Dictionary<string, (BigInteger Num, BigInteger Den)>(StringComparer.Ordinal);
        foreach (var debit in bundle.Of(EntryKinds.BudgetDebit).Where(d => bundle.Payload(d) is not null))
        {
            var account = $"{debit.Entry.Refs.GetValueOrDefault("agreement")} {debit.Entry.Refs.GetValueOrDefault("snapshot")}";
            if (Fraction(bundle.Text(debit, "spent")) is not { } spent || Fraction(bundle.Text(debit, "left")) is not { } now)
            {
                yield return new(BundleErrors.BrokenChain, debit.Index, "the debit does not say what was spent and what is left as fractions p/q");
                continue;
            }
            if (left.TryGetValue(account, out var before) && (before.Num * spent.Den - spent.Num * before.Den) * now.Den != now.Num * before.Den * spent.Den)
                yield return new(BundleErrors.BrokenChain, debit.Index, "the debit does not fit what the one before it left");
            left[account] = now;
        }
    }

    private static (BigInteger Num, BigInteger Den)? Fraction(string? text)
    {
        var parts = text?.Split('/') ?? [];
        return parts.Length is 1 or 2 && parts.All(p => p.Length < 100)
            && BigInteger.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var num)
            && BigInteger.TryParse(parts.Length == 2 ? parts[1] : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var den) && den > 0
            ? (num, den)
            : null;
    }
}
