using System.Net;
using Jpos.Application.Ports;
using Jpos.Application.Throttling;
using Jpos.Domain.Access;
using Jpos.Infrastructure.BackOffice.Exports;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>What has more rows than a sheet is refused as a workbook, and told how else it is to be had.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class SheetTests(Engine engine)
{
    private const string Day = $"exports/transactions?from=2026-03-02&to=2026-03-03&terminal={Form.Terminal}";

    /// <summary>The header, and what three consumes left in the journal.</summary>
    private const int Room = 4;

    [Test]
    public async Task A_sheet_that_is_full_is_answered_and_one_row_more_is_refused()
    {
        await using var host = await JposHost.Run(services: services => services.AddSingleton<ITableWriter>(provider => new TableWriter(Room, provider.GetRequiredService<TerminalTraffic>())), engine: engine);
        var viewer = await BackOfficeClient.Of(host, Role.Viewer);
        await host.SignOn(Form.Terminal);
        await Consume(1, 2, 3);
        var full = await viewer.Get($"{Day}&format=xlsx");
        Assert.That((full.Status, full.Type), Is.EqualTo((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")));
        Assert.That(await Lines(), Is.EqualTo(Room));

        await Consume(4);
        var refused = await viewer.Get($"{Day}&format=xlsx");
        Assert.That((refused.Status, refused.Type), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "application/problem+json")), refused.Text);
        Assert.That(refused["detail"], Is.EqualTo("The export has more rows than a worksheet can hold. Choose a shorter period, or format=csv."));
        Assert.That(await Lines(), Is.EqualTo(Room + 1));

        async Task Consume(params int[] traces)
        {
            foreach (var trace in traces)
            {
                Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))).Status, Is.EqualTo("00"));
            }
        }

        async Task<int> Lines()
        {
            var csv = await viewer.Get($"{Day}&format=csv");
            Assert.That(csv.Status, Is.EqualTo(HttpStatusCode.OK));
            return csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;
        }
    }
}
