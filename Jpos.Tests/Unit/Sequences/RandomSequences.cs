using CsCheck;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Tests.Unit.Sequences;

/// <summary>Whatever is done and undone, in whatever order, the books are right. A failing sequence is made smaller and printed with its seed.</summary>
internal sealed class RandomSequences
{
    private const int Sequences = 3000;

    [Test]
    public void After_every_step_the_books_are_right() =>
        Gen.Select(SequenceStep.Beginning, SequenceStep.Any.Array[1, 30]).Sample(
            (begin, steps) =>
            {
                var shop = begin();
                Check(shop, "the beginning");
                foreach (var step in steps)
                {
                    var before = Picture(shop);
                    var debts = shop.Accounts.Select(Debt).ToArray();
                    var entry = step.In(shop);
                    Check(shop, step.ToString());
                    if (entry is { IsApproved: false } && Picture(shop) != before)
                    {
                        throw new InvalidOperationException($"{step} was declined with {entry.Code} and changed {before} to {Picture(shop)}");
                    }

                    if (entry is not { IsReversal: true } && shop.Accounts.Zip(debts, (account, debt) => Debt(account) < debt).Any(grew => grew))
                    {
                        throw new InvalidOperationException($"{step} is no reversal and made a debt");
                    }
                }
            },
            iter: Sequences);

    [Test]
    public void Settled_totals_never_change() =>
        Gen.Select(SequenceStep.Beginning, SequenceStep.Any.Array[1, 30]).Sample(
            (begin, steps) =>
            {
                var shop = begin();
                var settled = new Dictionary<long, string>();
                foreach (var step in steps)
                {
                    step.In(shop);
                    foreach (var batch in shop.Batches.Where(batch => !batch.IsOpen && settled.GetValueOrDefault(batch.Id, Invariants.Totals(batch)) != Invariants.Totals(batch)))
                    {
                        throw new InvalidOperationException($"{step} changed the totals of batch {batch.Number}, which is settled");
                    }

                    foreach (var batch in shop.Batches.Where(batch => !batch.IsOpen))
                    {
                        settled[batch.Id] = Invariants.Totals(batch);
                    }
                }
            },
            iter: Sequences);

    [Test]
    public void Reversing_a_consume_restores_every_lot_and_ticket() => AfterAConsume((shop, before, consume, days) =>
    {
        shop.Pass(days);
        shop.Reverse(consume);
        return (before, Picture(shop));
    });

    [Test]
    public void Cancelling_a_consume_restores_every_lot_and_ticket() => AfterAConsume((shop, before, consume, days) =>
    {
        shop.Pass(days);
        return (before, shop.Cancel(consume).IsApproved ? Picture(shop) : "declined");
    });

    [Test]
    public void A_consume_that_was_cancelled_and_whose_cancel_was_reversed_is_the_consume_alone() => AfterAConsume((shop, _, consume, days) =>
    {
        var paid = Picture(shop);
        shop.Pass(days);
        shop.Reverse(shop.Cancel(consume));
        return (paid, Picture(shop));
    });

    [Test]
    public void It_can_be_undone_again_and_again() => AfterAConsume((shop, before, consume, days) =>
    {
        for (var times = 0; times < 3; times++)
        {
            shop.Reverse(shop.Cancel(consume));
            shop.Pass(days);
        }

        shop.Reverse(consume);
        return (before, Picture(shop));
    });

    [Test]
    public void A_settle_between_does_not_matter_to_a_reversal() => AfterAConsume((shop, before, consume, _) =>
    {
        shop.Settle();
        shop.Reverse(consume);
        return (before, Picture(shop));
    });

    /// <summary>Anything happens, then a consume is approved, and then nothing but what the test does.</summary>
    private static void AfterAConsume(Func<Shop, string, TransactionJournal, int, (string Expected, string Actual)> outcome) =>
        Gen.Select(SequenceStep.Beginning, SequenceStep.Any.Array[0, 12], SequenceStep.Any, Gen.Int[0, 45]).Sample(
            (begin, steps, last, days) =>
            {
                var shop = begin();
                foreach (var step in steps)
                {
                    step.In(shop);
                }

                var before = Picture(shop);
                var consume = (last with { Action = (SequenceAction)((int)last.Action % 3) }).In(shop)!;
                if (consume.IsApproved)
                {
                    var (expected, actual) = outcome(shop, before, consume, days);
                    Check(shop, last.ToString());
                    if (expected != actual)
                    {
                        throw new InvalidOperationException($"{expected} has become {actual}");
                    }
                }
            },
            iter: Sequences);

    private static void Check(Shop shop, string after)
    {
        var broken = Invariants.Broken(shop).ToList();
        if (broken.Count > 0)
        {
            throw new InvalidOperationException($"After {after}: {string.Join("; ", broken)}");
        }
    }

    /// <summary>What every lot and ticket has; lots that are empty do not count, so that a gift that is gone again is as if it never was.</summary>
    private static string Picture(Shop shop) =>
        string.Join(' ', shop.Accounts.SelectMany(account => account.Lots).Where(lot => !lot.Remaining.IsZero).OrderBy(lot => lot.Id).Select(lot => $"{lot.Id}:{lot.Remaining}"))
        + " | "
        + string.Join(' ', shop.Tickets.Select(ticket => ticket.Remaining));

    private static Points Debt(PointAccount account) => account.Lots.Where(lot => lot.Kind is LotKind.Debt).Select(lot => lot.Remaining).Sum();
}
