using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using ReadinessPassport.WebComponents;
using Xunit;

namespace ReadinessPassport.Browser.Tests.WebComponents;

/// <summary>The shared look in a real browser, under the content policy both surfaces send.</summary>
public class SpecimenTests
{
    [Theory]
    [InlineData(Surface.Edge, 1280, true)]
    [InlineData(Surface.Edge, 390, true)]
    [InlineData(Surface.Hub, 1280, true)]
    [InlineData(Surface.Hub, 390, true)]
    [InlineData(Surface.Hub, 1280, false)]
    public async Task Every_component_is_accessible_fits_the_width_and_keeps_the_content_policy(Surface surface, int width, bool script)
    {
        await using var app = await ServeAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        var (complaints, bytes) = (new List<string>(), 0L);
        page.Console += (_, m) => complaints.Add(m.Text);
        page.Response += async (_, r) =>
        {
            if (r.Status != 200)
                complaints.Add($"{r.Status} {r.Url}");
            bytes += (await r.Request.SizesAsync()).ResponseBodySize;
        };
        await page.GotoAsync($"{app.Urls.Single()}/specimen/{surface}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(complaints);
        Assert.InRange(bytes, 1, 200_000);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        if (!script)
            return;
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.check('16px \"Public Sans Web\"')"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways");
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            return next(context);
        });
        app.UseAntiforgery();
        app.MapWebAssets();
        app.MapGet("/specimen/{surface}", (Surface surface) => new RazorComponentResult<SpecimenPage>(new { Surface = surface }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
