using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.Unit.BackOffice;

/// <summary>The gate before the database.</summary>
internal sealed class OfficeGateTests
{
    [Test]
    public async Task Who_comes_when_all_places_are_taken_waits_until_one_is_given_back()
    {
        using var gate = new BackOfficeConcurrency(Options.Create(new BackOfficeSettings { MostAtOnce = 2 }));
        using var first = await gate.Enter(default);
        using var second = await gate.Enter(default);

        var third = gate.Enter(default);
        Assert.That(third.IsCompleted, Is.False);
        first.Dispose();

        using var place = await third;
        Assert.That(place, Is.Not.Null);
    }
}
