using System.Globalization;
using Asp.Versioning;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/api-stability.md promises that a deprecated version announces itself in the headers of its answers.</summary>
internal sealed class DeprecationTests
{
    private static readonly DateTimeOffset Announced = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Removed = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://example.com/versions");

    [Test]
    public async Task A_deprecated_version_names_its_last_day_and_a_page_in_each_answer()
    {
        await using var host = await JposHost.Run(services: services => services.Configure<ApiVersioningOptions>(versioning =>
        {
            versioning.Policies.Deprecate(1).Effective(Announced).Link(Page);
            versioning.Policies.Sunset(1).Effective(Removed).Link(Page);
        }));
        using var content = Form.CheckIn().ToContent();
        using var response = await host.Http.PostAsync(new Uri("/v1/jpos/terminal/checkin", UriKind.Relative), content);

        Assert.That(response.Headers.GetValues("Deprecation"), Is.EqualTo(new[] { $"@{Announced.ToUnixTimeSeconds()}" }));
        Assert.That(response.Headers.GetValues("Sunset"), Is.EqualTo(new[] { Removed.ToString("r", CultureInfo.InvariantCulture) }));
        Assert.That(response.Headers.GetValues("Link"), Has.Some.Contains("rel=\"deprecation\"").And.Some.Contains("rel=\"sunset\""));
    }

    [Test]
    public async Task No_version_is_deprecated()
    {
        await using var host = await JposHost.Borrow();
        using var content = Form.CheckIn().ToContent();
        using var response = await host.Http.PostAsync(new Uri("/v1/jpos/terminal/checkin", UriKind.Relative), content);
        Assert.That(response.Headers.Select(header => header.Key), Has.None.EqualTo("Deprecation").And.None.EqualTo("Sunset"));
    }
}
