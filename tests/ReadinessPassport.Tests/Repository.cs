namespace ReadinessPassport.Tests;

/// <summary>Where the repository lies on this machine, and the shared data beside it.</summary>
public static class Repository
{
    /// <summary>The folder with ReadinessPassport.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of real and benchmark data beside the repository; null where it is not there.</summary>
    public static string? SharedData { get; } = Directory.Exists(Path.Combine(Root, "..", "shared", "data")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data")) : null;

    /// <summary>What a test says that needs the shared data and does not find it.</summary>
    public const string NoSharedData = "The folder ../shared/data is not here; this test runs on real data only.";

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReadinessPassport.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
