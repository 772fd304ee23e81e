using Jpos.Application.Throttling;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.Unit.BackOffice;

/// <summary>Looks that take long leave the processors to payments.</summary>
internal sealed class LookPlacesTests
{
    [Test]
    public async Task The_place_of_a_look_that_took_long_stays_empty_for_a_while_and_that_of_a_short_one_does_not()
    {
        var traffic = new TerminalTraffic(TimeProvider.System);
        using var places = new QueryThrottle(Options.Create(new BackOfficeSettings { MostAtOnce = 2 }), traffic);
        for (var time = 0; time < 20; time++)
        {
            await places.Run(() => Task.FromResult(1), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        }

        await places.Run(
            async () =>
            {
                await Task.Delay(200);

                // At the end of the query, so that a slow machine does not find the traffic over.
                traffic.RecordActivity();
                return 1;
            },
            CancellationToken.None);
        var next = places.Run(() => Task.FromResult(1), CancellationToken.None);

        Assert.That(next.IsCompleted, Is.False, "at once");
        Assert.That(await next.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo(1), "after a rest");
    }
}
