using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>Serial numbers, as far as they need no database; what they are worth with one is for the tests that have one.</summary>
internal sealed class NumbersTests
{
    [Test]
    public void A_number_that_was_not_reserved_is_not_given()
    {
        using var numbers = new NumberSequence(Mock.Of<IServiceScopeFactory>(), new SqliteEngine());

        Assert.That(numbers.Next, Throws.InvalidOperationException);
    }

    [Test]
    public void The_first_number_has_12_digits_without_leading_zeros() =>
        Assert.That(Domain.Protocol.SerialNumber.Of(NumberBlock.FirstNumber).ToString(), Does.Match("^[1-9][0-9]{11}$"));
}
