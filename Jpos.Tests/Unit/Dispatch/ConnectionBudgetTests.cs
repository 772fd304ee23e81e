using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>The one connection budget.</summary>
internal sealed class ConnectionBudgetTests
{
    [Test]
    public async Task Who_comes_when_a_share_is_used_up_waits_until_a_permit_is_given_back()
    {
        using var budget = new ConnectionBudget(ConnectionPool.Unlimited, new SqliteEngine(), Options.Create(new BackOfficeSettings { MostAtOnce = 2 }));
        using var first = await budget.Acquire(ConnectionConsumer.BackOffice, default);
        using var second = await budget.Acquire(ConnectionConsumer.BackOffice, default);

        var third = budget.Acquire(ConnectionConsumer.BackOffice, default);
        using var other = await budget.Acquire(ConnectionConsumer.Messages, default);
        Assert.That((third.IsCompleted, other), Is.EqualTo((false, other)));
        first.Dispose();

        using var permit = await third;
        Assert.That(permit, Is.Not.Null);
    }

    [Test]
    public void Every_consumer_has_a_share_and_all_of_them_fit_into_every_pool_that_is_large_enough([Values(1, 4, 16, 64)] int backOffice)
    {
        for (var pool = ConnectionBudget.Fewest(backOffice); pool <= 300; pool++)
        {
            var shares = ConnectionBudget.Divide(pool, backOffice);
            Assert.That(shares.Keys, Is.EquivalentTo(Enum.GetValues<ConnectionConsumer>()));
            Assert.That(shares.Values, Has.All.GreaterThan(0));
            Assert.That(shares.Values.Sum(), Is.LessThanOrEqualTo(pool), $"a pool of {pool}");
            Assert.That(shares[ConnectionConsumer.Messages], Is.InRange(8, 64), $"a pool of {pool}");
            Assert.That(shares[ConnectionConsumer.BackOffice], Is.EqualTo(backOffice));
        }
    }

    [Test]
    public void The_default_pool_of_a_driver_gives_everybody_the_full_share() => Assert.That(
        ConnectionBudget.Divide(100, new BackOfficeSettings().MostAtOnce),
        Is.EqualTo(ConnectionBudget.Divide(null, new BackOfficeSettings().MostAtOnce)));
}
