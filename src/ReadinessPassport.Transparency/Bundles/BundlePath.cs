namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Paths inside a bundle: letters, digits and <c>@ . _ -</c> between slashes, so that none leads out of a folder on any system.</summary>
internal static class BundlePath
{
    public static bool IsValid(string path) => path.Length is > 0 and <= 200 && path.Split('/').All(IsSegment);

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '.' && segment[^1] != '.' && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_' or '-');
}
