using System.Text.RegularExpressions;
using ReadinessPassport.Tests;
using Xunit;

namespace ReadinessPassport.Service.Tests;

public partial class ErrorPageTests
{
    [Fact]
    public void Every_code_of_platform_and_uploads_has_a_page()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ReadinessPassport.Service"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.Where(c => !File.Exists(Path.Combine(Repository.Root, "docs", "reference", "errors", c + ".md"))).Order());
    }

    // As they are declared: a string of its own.
    [GeneratedRegex("\"(RP5[012][0-9]{2})\"")]
    private static partial Regex Code();
}
