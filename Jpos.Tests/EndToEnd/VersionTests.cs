using System.Net;
using System.Reflection;
using Asp.Versioning;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>Two major versions can live side by side, and there is no third (protocol §1).</summary>
internal sealed class VersionTests
{
    [Test]
    public async Task A_second_version_lives_beside_the_first()
    {
        await using var host = await JposHost.Run(services: services => services.AddControllers().AddApplicationPart(typeof(CardsOfVersionTwoController).Assembly));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());

        var first = await host.Post("/v1/jpos/cards", Form.Query());
        var second = await host.Post("/v2/jpos/cards", Form.Query());
        var third = await host.Post("/v3/jpos/cards", Form.Query());
        Assert.That((first.Status, first.Json.TryGetProperty("avaiablePointBalance", out _)), Is.EqualTo(("00", true)));
        Assert.That((second.Status, second.Json.GetProperty("cardNo").GetString()), Is.EqualTo(("00", "990000******0010")));
        Assert.That((third.Http, third.Status), Is.EqualTo((HttpStatusCode.NotFound, "40")));
    }

    [Test]
    public async Task Answers_name_the_versions_that_are_served()
    {
        await using var host = await JposHost.Run();
        using var content = Form.CheckIn().ToContent();
        using var response = await host.Http.PostAsync(new Uri("/v1/terminal/checkin", UriKind.Relative), content);
        Assert.That(response.Headers.GetValues("api-supported-versions"), Is.EqualTo(new[] { "1.0" }));
    }

    [Test]
    public void At_most_two_versions_are_served() => Assert.That(
        typeof(ProtocolController).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<ApiVersionAttribute>()).SelectMany(attribute => attribute.Versions).Select(version => version.MajorVersion).Distinct().Count(),
        Is.InRange(1, 2));
}
