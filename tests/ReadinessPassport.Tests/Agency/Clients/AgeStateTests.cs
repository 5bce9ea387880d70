using ReadinessPassport.Agency.Clients;
using Xunit;

namespace ReadinessPassport.Tests.Agency.Clients;

public class AgeStateTests
{
    [Theory]
    [InlineData("2026-11-23", false, false, "child")]
    [InlineData("2026-11-24", false, false, "youth")]   // fourteenth birthday
    [InlineData("2026-11-23", true, false, "youth")]    // Grade 9 at thirteen
    [InlineData("2030-11-23", true, false, "youth")]
    [InlineData("2030-11-23", true, true, "early-college")]
    [InlineData("2030-11-24", false, false, "adult")]
    public void The_state_turns_on_the_birthday_itself(string on, bool gradeNine, bool college, string state) =>
        Assert.Equal(state, AgeState.On(new(2012, 11, 24), Day(on), gradeNine, college));

    [Theory]
    [InlineData("2026-02-28", "child")]
    [InlineData("2026-03-01", "youth")]
    public void A_leap_day_is_reached_on_the_first_of_march(string on, string state) => Assert.Equal(state, AgeState.On(new(2012, 2, 29), Day(on)));

    [Theory]
    [InlineData("2012-11-24", "2030-10-31")]
    [InlineData("2012-01-01", "2029-12-31")]
    [InlineData("2012-03-31", "2030-02-28")]
    public void A_parents_consent_ends_with_the_month_before_the_eighteenth_birthday(string born, string last) =>
        Assert.Equal(Day(last), AgeState.LastDayOfParentsConsent(Day(born)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
