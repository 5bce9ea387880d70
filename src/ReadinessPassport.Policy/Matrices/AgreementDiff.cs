using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What a new version of an agreement changes: which cases it newly allows and denies, which limits it loosens or tightens, which words it changes.</summary>
public sealed class AgreementDiff
{
    private AgreementDiff(ImmutableArray<Axis> axes, ImmutableArray<Box> allowed, ImmutableArray<Box> denied, ImmutableArray<ParameterChange> parameters, ImmutableArray<string> wording) =>
        (Axes, NewlyAllowed, NewlyDenied, Parameters, Wording) = (axes, allowed, denied, parameters, wording);

    /// <summary>The axes of both: the union of their values.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>Cases the new version allows and the old did not.</summary>
    public ImmutableArray<Box> NewlyAllowed { get; }

    /// <summary>Cases the old version allowed and the new does not.</summary>
    public ImmutableArray<Box> NewlyDenied { get; }

    /// <summary>Limits that changed.</summary>
    public ImmutableArray<ParameterChange> Parameters { get; }

    /// <summary>Keys whose words changed, without any effect on access.</summary>
    public ImmutableArray<string> Wording { get; }

    /// <summary>Whether nothing is newly allowed and no limit is looser or changed in a way nobody can order.</summary>
    public bool AddsNothing => NewlyAllowed.IsEmpty && Parameters.All(p => p.Direction == ChangeDirection.Stricter);

    /// <summary>Compares two texts, each with its folder's laws.</summary>
    public static AgreementDiff Of((Agreement Agreement, PolicyFolder Folder) old, (Agreement Agreement, PolicyFolder Folder) @new, MatrixOptions? options = null)
    {
        options ??= new();
        var axes = Matrix.AxesOf([old.Agreement, @new.Agreement], @new.Folder);
        var before = Matrix.Over(old.Agreement, old.Folder, options, axes).Allowed;
        var after = Matrix.Over(@new.Agreement, @new.Folder, options, axes).Allowed;
        var (parameters, wording) = TextChanges.Between(old.Agreement.Json, @new.Agreement.Json);
        return new AgreementDiff(axes, Boxed(Minus(after, before), axes), Boxed(Minus(before, after), axes), parameters, wording);
    }

    private static IEnumerable<ImmutableArray<int>> Minus(ImmutableArray<ImmutableArray<int>> a, ImmutableArray<ImmutableArray<int>> b)
    {
        var other = b.Select(Key).ToHashSet(StringComparer.Ordinal);
        return a.Where(c => !other.Contains(Key(c)));
    }

    private static string Key(ImmutableArray<int> at) => string.Join(',', at);

    private static ImmutableArray<Box> Boxed(IEnumerable<ImmutableArray<int>> cases, ImmutableArray<Axis> axes) =>
        [.. Boxes.Of(cases.Select(c => c.ToArray()), axes.Length).OrderBy(b => b.Text(axes), StringComparer.Ordinal)];
}
