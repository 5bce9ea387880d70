using System.Xml.Linq;
using Xunit;

namespace ReadinessPassport.Tests;

/// <summary>Reads the project files rather than assemblies: the compiler leaves an unused reference out, and a reflection test would pass.</summary>
public class ArchitectureTests
{
    /// <summary>Every arrow of docs/architecture.md. A new one is a decision record.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Vocabulary"] = [],
        ["EncodedRecords"] = ["Vocabulary"],
        ["Facts"] = ["Vocabulary"],
        ["KeyedEncoding"] = ["EncodedRecords"],
        ["Linkage"] = ["EncodedRecords"],
        ["Policy"] = ["Vocabulary"],
        ["Disclosure"] = ["Policy", "Facts"],
        ["Transparency"] = ["Vocabulary"],
        ["WebComponents"] = ["Vocabulary"],
        ["Agency"] = ["KeyedEncoding", "Facts", "Transparency", "WebComponents"],
        ["Reviewer"] = ["Policy", "Disclosure", "Transparency"],
        ["Service"] = ["Linkage", "Disclosure", "Facts", "Transparency", "WebComponents"],
        ["Demo"] = ["Vocabulary"],
    };

    /// <summary>What each library may take from NuGet; the executables bring files, HTTP and databases in.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Vocabulary"] = [],
        ["EncodedRecords"] = ["Apache.Arrow"],
        ["Facts"] = [],
        ["KeyedEncoding"] = ["BouncyCastle.Cryptography"],
        ["Linkage"] = [],
        ["Policy"] = ["BouncyCastle.Cryptography", "YamlDotNet"],
        ["Disclosure"] = ["Google.OrTools"],
        ["Transparency"] = ["BouncyCastle.Cryptography"],
        ["WebComponents"] = [],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    public static TheoryData<string> Libraries => [.. Packages.Keys];

    [Fact]
    public void The_house_has_exactly_these_rooms() =>
        Assert.Equal(Arrows.Keys.Order(), Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "ReadinessPassport.*").Select(Path.GetFileName).Where(d => File.Exists(ProjectFile(d!["ReadinessPassport.".Length..]))).Select(d => d!["ReadinessPassport.".Length..]).Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_refers_to_exactly_the_rooms_drawn(string room) => Assert.Equal(Arrows[room].Order(), References(room).Order());

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_takes_only_the_packages_its_subject_needs(string room)
    {
        var project = XDocument.Load(ProjectFile(room));
        Assert.Equal(Packages[room].Order(), project.Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value).Order());
        if (room != "WebComponents")
            Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Theory]
    [InlineData("Linkage", "KeyedEncoding")]     // the linkage unit holds no key
    [InlineData("Linkage", "Policy")]            // nor knows what an attribute is
    [InlineData("Linkage", "Facts")]             // nor sees one
    [InlineData("Disclosure", "EncodedRecords")] // what we publish is never about encodings
    [InlineData("Service", "KeyedEncoding")]     // no key ever reaches the hub
    [InlineData("Reviewer", "EncodedRecords")]   // the reviewer trusts nobody and needs no record
    public void There_is_no_way_from_one_room_to_the_other(string from, string to) => Assert.DoesNotContain(to, Reachable(from));

    private static HashSet<string> Reachable(string from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(References(from));
        while (open.TryPop(out var room))
        {
            if (seen.Add(room))
            {
                foreach (var next in References(room))
                    open.Push(next);
            }
        }
        return seen;
    }

    private static string[] References(string room) =>
        [.. XDocument.Load(ProjectFile(room)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["ReadinessPassport.".Length..])];

    private static string ProjectFile(string room) => Path.Combine(Repository.Root, "src", $"ReadinessPassport.{room}", $"ReadinessPassport.{room}.csproj");
}
