using System.Net;
using System.Net.Http.Json;
using System.Text;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using ReadinessPassport.Service.Tests.Uploads;
using Xunit;

namespace ReadinessPassport.Service.Tests;

/// <summary>Somebody sends a child's name where it does not belong. The hub refuses it and keeps nothing of it.</summary>
public class CanaryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Canary Child = new("Zebulonia", "Quackenbush", "2019-02-29", "LASID-77310442");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_sent_to_any_door_is_nowhere_afterwards()
    {
        var client = hub.AsMachine();
        var row = Encoding.UTF8.GetBytes("""{"h":"LASID-77310442","first_name":"Zebulonia","last_name":"Quackenbush","dob":"2019-02-29"}""" + "\n");
        var answers = new List<string>();
        foreach (var kind in new[] { "facts", "cohort" })
            answers.Add((await client.DeliverAsync(kind, row, Ct)).ToJsonString());
        foreach (var address in new[] { "/api/uploads/Zebulonia%20Quackenbush", "/api/me?name=Quackenbush", "/Zebulonia", "/api/runs/LASID-77310442" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Ct);
            answers.Add(answer.Headers + await answer.Content.ReadAsStringAsync(Ct));
        }
        using (var misplaced = await hub.As(Roles.DataSteward).PostAsJsonAsync("/api/runs", new { agreement = "Zebulonia Quackenbush", name = "Quackenbush" }, Ct))
            answers.Add(await misplaced.Content.ReadAsStringAsync(Ct));
        using (var metadata = await client.AnnounceAsync("Zebulonia", row, Ct))
            answers.Add(await metadata.Content.ReadAsStringAsync(Ct));
        using (var form = await hub.Anonymous().PostFormAsync("/sign-in", new() { ["email"] = "zebulonia@example.org", ["password"] = "Quackenbush", ["return"] = "/" }, Ct))
            Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);

        Assert.All(answers, a => Child.AbsentFrom("an answer", a));
        await Child.AbsentFromAsync(hub, Ct);
    }

    [Theory]
    [InlineData("…quackenbush…")]
    [InlineData("5175 61636b656e62757368")]
    [InlineData("UXVhY2tlbmJ1c2g=")]
    [InlineData("AFF1YWNrZW5idXNoAA==")]
    public void The_search_finds_what_it_looks_for(string text) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Child.AbsentFrom("here", text.Replace(" ", "", StringComparison.Ordinal)));

    [Fact]
    public async Task The_dump_holds_what_tables_hold()
    {
        await using var insert = hub.Database.Owner.CreateCommand("create table public.canary as select 'Quackenbush'::bytea as b");
        await insert.ExecuteNonQueryAsync(Ct);

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Child.AbsentFromDatabaseAsync(hub.Database, Ct));

        await using var drop = hub.Database.Owner.CreateCommand("drop table public.canary");
        await drop.ExecuteNonQueryAsync(Ct);
    }
}
