using Microsoft.Playwright;
using Xunit;

namespace ReadinessPassport.Browser.Tests;

/// <summary>An installed Chromium. Skips where there is none, fails where there must be one (CI).</summary>
internal static class Browsers
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        var found = s_places.FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("No Chromium is installed; ./passport test installs it.");
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = found, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }
}
