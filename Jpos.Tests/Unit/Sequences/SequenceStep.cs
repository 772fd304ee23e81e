using CsCheck;
using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Sequences;

/// <summary>Something that happens in a shop. The numbers choose what it happens to.</summary>
internal readonly record struct SequenceStep(SequenceAction Action, int Card, int Choice, int Hundredths, int Cash)
{
    public static readonly Gen<SequenceStep> Any =
        from action in Gen.Frequency(
            (4, Gen.Const(SequenceAction.Consume)),
            (2, Gen.Const(SequenceAction.PayCash)),
            (2, Gen.Const(SequenceAction.PayWithVoucher)),
            (4, Gen.Const(SequenceAction.Cancel)),
            (4, Gen.Const(SequenceAction.ReverseConsume)),
            (4, Gen.Const(SequenceAction.ReverseCancel)),
            (2, Gen.Const(SequenceAction.PassDays)),
            (1, Gen.Const(SequenceAction.Settle)))
        from card in Gen.Int[0, 3]
        from choice in Gen.Int[0, 11]
        from hundredths in Gen.Int[1, 4000]
        from cash in Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[1, 200_000]))
        select new SequenceStep(action, card == 0 ? 1 : 0, choice, hundredths, cash);

    /// <summary>A shop at the beginning: the rules, and one to four lots for each of two cards.</summary>
    public static readonly Gen<Func<Shop>> Beginning =
        from value in Gen.Frequency((2, Gen.Const(100)), (1, Gen.Const(3)), (1, Gen.Const(300)))
        from atOnce in Gen.Bool
        from rate in Gen.OneOf(Gen.Const(0.015m), Gen.Const(0.3m))
        from first in Gen.Select(Gen.Int[1, 3000], Gen.Int[-2, 40]).Array[1, 4]
        from second in Gen.Select(Gen.Int[1, 3000], Gen.Int[-2, 40]).Array[1, 4]
        select new Func<Shop>(() => new Shop(
            new Programme
            {
                Rules = new() { PointValue = Money.FromFen(value), GiftsAvailableAtOnce = atOnce, GiftValidMonths = 1, GoldRate = rate },
            },
            [first, second]));

    /// <summary>Does it, and tells the entry that it made, if it made one.</summary>
    public TransactionJournal? In(Shop shop)
    {
        switch (Action)
        {
            case SequenceAction.Consume:
                return shop.Consume(Card, Hundredths / 100m, Cash / 100m);
            case SequenceAction.PayCash:
                return shop.Consume(Card, cash: (Cash + 1) / 100m);
            case SequenceAction.PayWithVoucher:
                return shop.Consume(Card, Choice % 2 == 0 ? 0m : Hundredths / 100m, Cash / 100m, Vouchers());
            case SequenceAction.Cancel:
                return Choose(shop.Approved(Operations.Consume)) is { } consume ? shop.Cancel(consume) : null;
            case SequenceAction.ReverseConsume:
                return Choose(shop.Approved(Operations.Consume)) is { } paid ? shop.Reverse(paid).Entry : null;
            case SequenceAction.ReverseCancel:
                return Choose(shop.Approved(Operations.Cancel)) is { } cancel ? shop.Reverse(cancel).Entry : null;
            case SequenceAction.PassDays:
                shop.Pass((Choice % 4) + 1);
                return null;
            default:
                shop.Settle();
                return null;
        }
    }

    private TicketLine[] Vouchers()
    {
        TicketLine[] both = [new((Card * 2) + 1, (Choice % 3) + 1), new((Card * 2) + 2, (Hundredths % 2) + 1)];
        return (Choice % 3) switch { 0 => [both[0]], 1 => [both[1]], _ => both };
    }

    /// <summary>The newest more often than the oldest: what was done a moment ago is what is undone.</summary>
    private TransactionJournal? Choose(IReadOnlyList<TransactionJournal> entries) => entries.Count == 0 ? null : entries[entries.Count - 1 - (Choice % Math.Min(entries.Count, 6))];
}
