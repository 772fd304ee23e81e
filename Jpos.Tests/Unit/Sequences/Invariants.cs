using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;

namespace Jpos.Tests.Unit.Sequences;

/// <summary>What has to be true of a shop after anything whatever (protocol §3, §4, §8).</summary>
internal static class Invariants
{
    public static IEnumerable<string> Broken(Shop shop) => [.. OfLedger(shop), .. OfLots(shop), .. OfTickets(shop), .. OfStandings(shop), .. OfBatches(shop)];

    private static IEnumerable<string> OfLedger(Shop shop)
    {
        foreach (var entry in shop.Journal.Where(entry => !entry.IsApproved && (entry.Postings.Count > 0 || entry.TicketMovements.Count > 0)))
        {
            yield return $"{entry.Serial} is declined and moved something";
        }

        var postings = shop.Journal.SelectMany(entry => entry.Postings).ToList();
        foreach (var posting in postings.Where(posting => posting.Amount.IsZero))
        {
            yield return $"{posting.Transaction} posts nothing in line {posting.Line}";
        }

        var programme = postings.GroupBy(posting => posting.Programme).Select(side => -side.Select(posting => posting.Amount).Sum()).Sum();
        var cards = shop.Accounts.Select(account => account.Balance).Sum();
        if (!(cards + programme).IsZero)
        {
            yield return $"the cards have {cards}, the programme's accounts {programme}";
        }
    }

    private static IEnumerable<string> OfLots(Shop shop)
    {
        var posted = shop.Journal.SelectMany(entry => entry.Postings).ToLookup(posting => posting.LotId, posting => posting.Amount);
        foreach (var account in shop.Accounts)
        {
            if (account.Balance != account.Lots.Select(lot => lot.Remaining).Sum())
            {
                yield return $"account {account.Id} has {account.Balance}, its lots {account.Remaining()}";
            }

            foreach (var lot in account.Lots.Where(lot => lot.Remaining != posted[lot.Id].Sum()))
            {
                yield return $"lot {lot.Id} has {lot.Remaining}, its postings {posted[lot.Id].Sum()}";
            }

            foreach (var lot in account.Lots.Where(lot => lot.Kind is LotKind.Debt ? lot.Remaining > Points.Zero : lot.Remaining < Points.Zero))
            {
                yield return $"lot {lot.Id}, {lot.Kind}, has {lot.Remaining}";
            }

            if (account.Lots.Count(lot => lot.Kind is LotKind.Debt) > 1)
            {
                yield return $"account {account.Id} has several debts";
            }

            if (account.Available(shop.Now) > account.Balance)
            {
                yield return $"account {account.Id} may spend {account.Available(shop.Now)} of {account.Balance}";
            }
        }
    }

    private static IEnumerable<string> OfTickets(Shop shop)
    {
        var moved = shop.Journal.SelectMany(entry => entry.TicketMovements).ToLookup(movement => movement.TicketId, movement => movement.Pieces);
        foreach (var ticket in shop.Tickets.Where(ticket => ticket.Remaining != moved[ticket.Id].Sum() || ticket.Remaining < 0 || ticket.Remaining > ticket.Issued))
        {
            yield return $"ticket {ticket.Id} has {ticket.Remaining} of {ticket.Issued} pieces, its journal {moved[ticket.Id].Sum()}";
        }
    }

    /// <summary>A consume that stands, stands for what it used and earned; one that does not, for nothing.</summary>
    private static IEnumerable<string> OfStandings(Shop shop)
    {
        foreach (var consume in shop.Approved(Operations.Consume))
        {
            var family = shop.FamilyOf(consume);
            var stands = consume.Status is EntryStatus.Posted;
            var parts = family.EffectivePoints(consume).Parts;
            Points Net(ProgrammeAccount programme) => parts.Where(part => part.Programme == programme).Select(part => part.Amount).Sum();
            if (Net(ProgrammeAccount.Redeemed) != (stands ? -consume.Used : Points.Zero) || Net(ProgrammeAccount.Issued) != (stands ? consume.Awarded : Points.Zero))
            {
                yield return $"{consume.Serial} is {consume.Status}, and {Net(ProgrammeAccount.Redeemed)} used and {Net(ProgrammeAccount.Issued)} earned of it stand";
            }

            var pieces = family.EffectiveTickets(consume).Values;
            if (stands ? pieces.Any(piece => piece > 0) : pieces.Any(piece => piece != 0))
            {
                yield return $"{consume.Serial} is {consume.Status}, and {string.Join(' ', pieces)} pieces of it stand";
            }
        }
    }

    private static IEnumerable<string> OfBatches(Shop shop)
    {
        foreach (var batch in shop.Batches.Where(batch => batch.IsOpen))
        {
            var counted = shop.Journal
                .Where(entry => entry is { IsReversal: false, IsApproved: true } && entry.BatchId == batch.Id && entry.Status is not EntryStatus.Reversed)
                .ToLookup(entry => entry.Operation);
            var consumes = counted[Operations.Consume].ToList();
            var cancels = counted[Operations.Cancel].ToList();
            var expected = $"{consumes.Count} {Sum(consumes)} {cancels.Count} {Sum(cancels)} {cancels.Count}";
            if (Totals(batch) != expected)
            {
                yield return $"batch {batch.Number} has {Totals(batch)}, its journal {expected}";
            }
        }
    }

    public static string Totals(Batch batch) =>
        $"{batch.Totals.PointDebitCount} {batch.Totals.PointDebitAmount} {batch.Totals.PointCreditCount} {batch.Totals.PointCreditAmount} {batch.Totals.CancelCount}";

    private static Money Sum(IEnumerable<TransactionJournal> entries) => entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.PointAmount);
}
