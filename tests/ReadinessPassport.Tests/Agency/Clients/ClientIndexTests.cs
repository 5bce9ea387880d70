using ReadinessPassport.Agency.Clients;
using ReadinessPassport.KeyedEncoding.Records;
using Xunit;

namespace ReadinessPassport.Tests.Agency.Clients;

public class ClientIndexTests
{
    private static readonly ClientIndex s_clients = new([
        A("1", "María", "López", 2014, 2, 3),
        A("2", "Maria", "Lopez-Garcia", 2016, 7, 9),
        A("3", "Nguyễn Văn", "An", 2015, 1, 1),
        A("4", "Sean", "O'Brien", 2013, 12, 31),
        A("5", null, null, 2013, 12, 31),
    ]);

    [Theory]
    [InlineData("maria lopez", "1,2")]
    [InlineData("Lopez Maria", "1,2")]
    [InlineData("Lopes Maria", "1,2")] // one letter off
    [InlineData("obrien sean", "4")]
    [InlineData("nguyen an", "3")]
    [InlineData("Peter Smith", "")]
    public void A_name_is_found_however_it_is_written(string typed, string ids) => Assert.Equal(ids, Ids(new(typed, null, null)));

    [Theory]
    [InlineData("lopez", null)]
    [InlineData("", "2013-12-31")]
    [InlineData(null, null)]
    public void One_detail_is_too_little(string? name, string? born) =>
        Assert.Same(ClientMatches.TooLittle, s_clients.Search(new(name, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), null)));

    [Fact]
    public void A_surname_with_a_birth_date_finds_one() => Assert.Equal("2", Ids(new("lopez", new(2016, 7, 9), null)));

    [Fact]
    public void The_agencys_own_id_finds_exactly_that_client() => Assert.Equal("4", Ids(new("maria lopez", null, " 4 ")));

    [Fact]
    public void Two_of_one_name_are_pointed_out()
    {
        var twins = new ClientIndex([A("1", "Ana", "Silva", 2014, 1, 1), A("2", "Ana", "Sílva", 2015, 1, 1)]);

        Assert.True(twins.Search(new("ana silva", null, null)).Alike);
        Assert.False(s_clients.Search(new("sean obrien", null, null)).Alike);
    }

    [Fact]
    public void More_than_a_page_is_said_and_not_shown()
    {
        var many = new ClientIndex(Enumerable.Range(0, 40).Select(i => A($"{i:D2}", "Ana", "Silva", 2014, 1, 1)));

        var found = many.Search(new("ana silva", null, null));

        Assert.Equal((ClientIndex.MostRows, true), (found.Clients.Count, found.More));
    }

    private static string Ids(ClientQuery query) => string.Join(',', s_clients.Search(query).Clients.Select(c => c.SourceRecordId));

    private static IdentifyingRecord A(string id, string? first, string? last, int year, int month, int day) =>
        new() { SourceRecordId = id, FirstName = first, LastName = last, BirthDate = new(year, month, day) };
}
