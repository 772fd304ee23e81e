using Jpos.Application.TerminalProtocol.Cards;
using Jpos.Application.TerminalProtocol.Mobile;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>Units of work take their locks in one order, whatever the order of their messages.</summary>
internal sealed class LocksTests
{
    [Test]
    public void What_messages_touch_is_sorted_and_locked_once()
    {
        var rowLocks = RowLocks.Of(Query("20000001", "9900000000000028"), Query("10000001", "9900000000000010"), Query("20000001", "9900000000000010"), Code("10000004", "13800000002"), Code("10000004", "13800000001"));

        Assert.That(rowLocks.Terminals, Is.EqualTo(new[] { "10000001", "10000004", "20000001" }));
        Assert.That(rowLocks.Cards, Is.EqualTo(new[] { "9900000000000010", "9900000000000028" }));
        Assert.That(rowLocks.Mobiles, Is.EqualTo(new[] { 13800000001, 13800000002 }));
        Assert.That(rowLocks.Accounts, Is.Empty);
    }

    [Test]
    public void Accounts_are_sorted_and_locked_once() => Assert.That(RowLocks.OfAccounts([7, 3, 7]).Accounts, Is.EqualTo(new[] { 3, 7 }));

    private static QueryCard Query(string terminal, string card) => new QueryCard
    {
        Store = StoreNumber.Of("100000000000001"),
        Terminal = TerminalNumber.Of(terminal),
        Card = CardNumber.Of(card),
        Batch = BatchNumber.First,
    };

    private static SendVerifyCode Code(string terminal, string mobile) => new SendVerifyCode
    {
        Store = StoreNumber.Of("100000000000001"),
        Terminal = TerminalNumber.Of(terminal),
        Mobile = MobileNumber.Of(mobile),
    };
}
