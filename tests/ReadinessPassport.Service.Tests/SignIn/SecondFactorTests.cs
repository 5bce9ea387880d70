using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

public partial class SecondFactorTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // RFC 6238, appendix B, cut to six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("foobar", "MZXW 6YTB OI")]
    [InlineData("fooba", "MZXW 6YTB")]
    [InlineData("f", "MY")]
    public void Secrets_are_spelt_in_base32(string secret, string spelt) => Assert.Equal(spelt, OneTimeCode.Spelt(Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public async Task Once_an_app_is_confirmed_a_password_alone_opens_nothing_and_a_code_works_once()
    {
        var person = await hub.Services.GetRequiredService<People>().AddAsync($"{Guid.NewGuid():N}@agency.example", new("MA.DESE"), [Roles.LegalReviewer], "correct horse battery", Ct);
        var browser = hub.Anonymous();
        (await SignInAsync(browser, person)).Dispose();
        var page = await browser.GetStringAsync(new Uri("/account/second-factor", UriKind.Relative), Ct);
        var secret = Unspelt(Secret().Match(page).Groups[1].Value);
        var step = OneTimeCode.StepOf(DateTimeOffset.UtcNow);
        using (var confirmed = await PostTokenOfAsync(browser, page, "/account/second-factor", OneTimeCode.At(secret, step - 1)))
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var second = hub.Anonymous();

        using var half = await SignInAsync(second, person);

        Assert.StartsWith("/sign-in/code", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(new Uri("/api/me", UriKind.Relative), Ct)).StatusCode);
        using (var replayed = await second.PostFormAsync("/sign-in/code", new() { ["code"] = OneTimeCode.At(secret, step - 1), ["return"] = "/" }, Ct))
            Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
        using (var taken = await second.PostFormAsync("/sign-in/code", new() { ["code"] = OneTimeCode.At(secret, step), ["return"] = "/" }, Ct))
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(person.Id.ToString(), (string)(await second.GetFromJsonAsync<JsonObject>("/api/me", Ct))!["subject"]!);
    }

    [Fact]
    public async Task The_database_holds_no_secret_that_opens_for_another_person()
    {
        var people = hub.Services.GetRequiredService<People>();
        var factors = hub.Services.GetRequiredService<SecondFactors>();
        var one = await people.AddAsync($"{Guid.NewGuid():N}@agency.example", new("MA.DESE"), [Roles.LegalReviewer], "correct horse battery", Ct);
        var two = await people.AddAsync($"{Guid.NewGuid():N}@agency.example", new("MA.DESE"), [Roles.LegalReviewer], "correct horse battery", Ct);
        var secret = await factors.OfferAsync(one.Id, Ct);
        await hub.Database.ScalarAsync<int>("update identity.person set second_factor = (select second_factor from identity.person where id = $1) where id = $2", one.Id, two.Id);

        Assert.Equal(0L, await hub.Database.ScalarAsync<long>("select count(*) from identity.person where position($1 in second_factor) > 0", secret!));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => factors.TakeAsync(two.Id, "000000", Ct));
    }

    [Fact]
    public async Task Closing_an_account_ends_its_session()
    {
        var person = await hub.Services.GetRequiredService<People>().AddAsync($"{Guid.NewGuid():N}@agency.example", new("MA.DESE"), [Roles.LegalReviewer], "correct horse battery", Ct);
        var browser = hub.Anonymous();
        (await SignInAsync(browser, person)).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/api/me", UriKind.Relative), Ct)).StatusCode);

        await hub.Database.ScalarAsync<int>("update identity.person set disabled_at = now() where id = $1", person.Id);

        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/api/me", UriKind.Relative), Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, Person person) =>
        browser.PostFormAsync("/sign-in", new() { ["email"] = person.Email, ["password"] = "correct horse battery", ["return"] = "/" }, Ct);

    private static async Task<HttpResponseMessage> PostTokenOfAsync(HttpClient browser, string page, string address, string code)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value });
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content, Ct);
    }

    private static byte[] Unspelt(string spelt)
    {
        var bits = string.Concat(spelt.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex("<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
