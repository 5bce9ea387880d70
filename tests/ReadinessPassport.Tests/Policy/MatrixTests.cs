using System.Diagnostics;
using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class MatrixTests
{
    [Fact]
    public void The_evaluation_agreement_has_the_cases_and_boxes_of_the_paper()
    {
        var matrix = Matrix.Of(Policies.Shipped.Find("MA-2027-004")!, Policies.Shipped, new() { AgreementOnly = true });

        Assert.Equal(1_360_800, matrix.Cases);
        Assert.Equal(1_050, matrix.Allowed.Length);
        var boxes = matrix.AllowedBoxes.Select(b => b.Text(matrix.Axes)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(6, boxes.Count);
        Assert.Equal("provider MA.DCF; requester MA.DCF|MA.DESE|MA.EEC; role program-analyst; purpose evaluate-education-program; category cw.involvement-level; mode aggregate; time in-force; consent any; exception any", boxes[0]);
        Assert.Equal(1_050, matrix.AllowedBoxes.Sum(b => b.Cases));
    }

    [Fact]
    public void The_regional_agreement_has_the_cases_of_the_paper() =>
        Assert.Equal(1_905_120, Matrix.Of(Policies.Shipped.Find("NE-2027-001")!, Policies.Shipped).Cases);

    [Fact]
    public void The_largest_matrix_and_a_difference_take_less_than_two_seconds_each()
    {
        var clock = Stopwatch.StartNew();
        Matrix.Of(Policies.Shipped.Find("MA-2027-009")!, Policies.Shipped);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 2_000);
        clock.Restart();
        var agreement = Policies.Shipped.Find("NE-2027-001")!;
        AgreementDiff.Of((agreement, Policies.Shipped), (agreement, Policies.Shipped));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 2_000);
    }

    [Fact]
    public void Without_signatures_nothing_is_allowed_as_it_is()
    {
        var folder = PolicyFolder.Load(Policies.Texts, new() { LawsAsRead = true });

        Assert.Empty(Matrix.Of(folder.Find("MA-2027-004")!, folder, new() { AsIs = true }).Allowed);
    }

    [Fact]
    public void A_difference_is_said_both_ways_with_the_direction_of_limits()
    {
        var old = Policies.Shipped.Find("MA-2027-004")!;
        var folder = PolicyFolder.Load(Policies.With(old.Path, t => t
            .Replace("{agency: MA.DCF, roles: [program-analyst]}", "{agency: MA.DCF, roles: [caseworker]}", StringComparison.Ordinal)
            .Replace("minimum_cell: 11", "minimum_cell: 10", StringComparison.Ordinal)
            .Replace("keep_encodings_days: 90", "keep_encodings_days: 60", StringComparison.Ordinal)
            .Replace("title: \"Preschool", "title: \"From preschool", StringComparison.Ordinal)), Policies.AsSigned);

        var diff = AgreementDiff.Of((old, Policies.Shipped), (folder.Find(old.Id)!, folder));

        Assert.Equal(210, diff.NewlyAllowed.Sum(b => b.Cases));
        Assert.Equal(210, diff.NewlyDenied.Sum(b => b.Cases));
        Assert.Contains(diff.NewlyAllowed, b => b.Text(diff.Axes).StartsWith("provider MA.DCF; requester MA.DCF; role caseworker;", StringComparison.Ordinal));
        Assert.Contains(diff.Parameters, p => p.ToString() == "R1 minimum_cell: 11 -> 10   (looser)");
        Assert.Contains(diff.Parameters, p => p.ToString() == "L1 keep_encodings_days: 90 -> 60   (stricter)");
        Assert.Equal(["title"], diff.Wording);
        Assert.False(diff.AddsNothing);
    }

    [Fact]
    public void No_change_is_no_difference()
    {
        var agreement = Policies.Shipped.Find("MA-2027-004")!;
        var diff = AgreementDiff.Of((agreement, Policies.Shipped), (agreement, Policies.Shipped));

        Assert.True(diff.AddsNothing && diff.NewlyDenied.IsEmpty && diff.Parameters.IsEmpty && diff.Wording.IsEmpty);
    }
}
