using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Vocabulary;

public sealed class AttributeCatalogueTests
{
    [Fact]
    public void There_are_49_attributes_and_no_id_twice()
    {
        Assert.Equal(49, AttributeCatalogue.All.Length);
        Assert.Equal(49, AttributeCatalogue.All.Select(a => a.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_attribute_can_be_unknown_or_not_applicable() =>
        Assert.All(AttributeCatalogue.All, a => Assert.True(a.Allows("U") && a.Allows("X")));

    [Fact]
    public void A_code_is_taken_as_written_or_not_at_all()
    {
        var grade = AttributeCatalogue.Find("k12.grade")!;

        Assert.True(grade.Allows("03"));
        Assert.False(grade.Allows("3"));
        Assert.False(grade.Allows("kg"));
        Assert.Equal("Grade 3", grade.LabelOf("03"));
    }

    [Fact]
    public void A_district_is_any_four_digits_because_the_state_keeps_that_list()
    {
        var district = AttributeCatalogue.Find("geo.district")!;

        Assert.True(district.Allows("0035"));
        Assert.False(district.Allows("35"));
        Assert.False(district.Allows("00350"));
        Assert.False(district.Allows("003a"));
    }

    [Fact]
    public void Ceds_ids_have_six_digits() =>
        Assert.All(AttributeCatalogue.All.SelectMany(a => a.CedsIds), id => Assert.Matches("^[0-9]{6}$", id));
}
