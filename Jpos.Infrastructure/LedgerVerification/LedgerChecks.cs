using Jpos.Domain;
using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>Checks that accounts, lots and tickets equal the sums of the journal (<see href="docs/protocol.md#4-points">protocol §4</see>). The casts through <c>object</c> bypass the converters, so that the database adds the stored numbers.</summary>
internal static class LedgerChecks
{
    private static readonly ProgrammeAccount[] ProgrammeAccounts = Enum.GetValues<ProgrammeAccount>();

    public static IEnumerable<Check> Of(JposDbContext db) =>
    [
        new("lot", Lots(db)),
        new("account", Accounts(db)),
        new("merge", Merges(db)),
        new("posting", OneSided(db)),
        new("double entry", Sides(db)),
        new("ticket", Tickets(db)),
    ];

    private static IAsyncEnumerable<string> Lots(JposDbContext db)
    {
        var wrong =
            from lot in db.Lots
            let posted = db.Postings.Where(posting => posting.LotId == lot.Id).Sum(posting => (long)(object)posting.Amount)
            where (long)(object)lot.Remaining != posted || lot.IsEmpty != (posted == 0)
            orderby lot.Id
            select new { lot.Id, lot.Remaining, Posted = posted };
        return wrong.AsAsyncEnumerable().Select(lot => $"{lot.Id} has {lot.Remaining} points, but its postings sum to {Points.FromHundredths(lot.Posted)}");
    }

    private static IAsyncEnumerable<string> Accounts(JposDbContext db)
    {
        var wrong =
            from account in db.Accounts
            let held = account.Lots.Sum(lot => (long)(object)lot.Remaining)
            let open = account.Lots.Count(lot => !lot.IsEmpty)
            where (long)(object)account.Balance != held || account.OpenLots != open
            orderby account.Id
            select new { account.Id, account.Balance, Held = held, account.OpenLots, Open = open };
        return wrong.AsAsyncEnumerable().Select(account => $"{account.Id} has a balance of {account.Balance} in {account.OpenLots} lots, but its lots hold {Points.FromHundredths(account.Held)} in {account.Open}");
    }

    /// <summary>Checks that a merge left nothing behind, and that points kept their store, day and month.</summary>
    private static async IAsyncEnumerable<string> Merges(JposDbContext db)
    {
        var left = db.Accounts
            .Where(account => account.SucceededBy != null)
            .Select(account => new { account.Id, account.OpenLots, Cards = db.Cards.Count(card => card.AccountId == account.Id), Tickets = db.Tickets.Count(ticket => ticket.AccountId == account.Id) })
            .Where(account => account.OpenLots != 0 || account.Cards != 0 || account.Tickets != 0)
            .OrderBy(account => account.Id);
        await foreach (var account in left.AsAsyncEnumerable())
        {
            yield return $"{account.Id} was merged into another account, but still has {account.OpenLots} lots, {account.Cards} cards and {account.Tickets} tickets";
        }

        var changed =
            from lot in db.Lots
            join successor in db.Lots on lot.MovedTo equals successor.Id
            where lot.Store != successor.Store || lot.ExpiresOn != successor.ExpiresOn || lot.Month != successor.Month || lot.BatchId != successor.BatchId || lot.Kind != successor.Kind || !lot.IsEmpty
            orderby lot.Id
            select new { lot.Id, Successor = successor.Id };
        await foreach (var lot in changed.AsAsyncEnumerable())
        {
            yield return $"lot {lot.Id} was moved to lot {lot.Successor}, which has another origin, or it still holds points";
        }
    }

    /// <summary>Checks that every posting has both sides. A side is missing if the account on it does not exist.</summary>
    private static IAsyncEnumerable<string> OneSided(JposDbContext db)
    {
        var wrong =
            from posting in db.Postings
            where !ProgrammeAccounts.Contains(posting.Programme)
                || !db.Lots.Any(lot => lot.Id == posting.LotId && lot.AccountId == posting.AccountId)
                || !db.Journal.Any(entry => entry.Serial == posting.Transaction && entry.AccountId == posting.AccountId)
            orderby posting.Transaction, posting.Line
            select new { posting.Transaction, posting.Line, posting.LotId, Programme = (int)(object)posting.Programme };
        return wrong.AsAsyncEnumerable().Select(posting =>
            $"line {posting.Line} of {posting.Transaction} is between lot {posting.LotId} and programme account {posting.Programme}; one of them, or the entry, does not exist or belongs to another account");
    }

    /// <summary>Checks that the points of all members and the balances of the programme accounts sum to zero.</summary>
    private static async IAsyncEnumerable<string> Sides(JposDbContext db)
    {
        var members = await db.Accounts.SumAsync(account => (long)(object)account.Balance);
        var gaveByAccount = await db.Postings
            .Where(posting => ProgrammeAccounts.Contains(posting.Programme))
            .GroupBy(posting => posting.Programme)
            .Select(account => new { Programme = account.Key, Gave = account.Sum(posting => (long)(object)posting.Amount) })
            .ToListAsync();
        if (gaveByAccount.Find(account => account.Programme == ProgrammeAccount.Transfer) is { Gave: not 0 } transfer)
        {
            yield return $"merges moved {Points.FromHundredths(transfer.Gave)} points more into accounts than out of others";
        }

        var gave = gaveByAccount.Sum(account => account.Gave);
        if (members != gave)
        {
            var accounts = gaveByAccount.OrderBy(account => account.Programme).Select(account => $"{account.Programme} {Points.FromHundredths(-account.Gave)}");
            yield return $"members hold {Points.FromHundredths(members)} points, but the programme accounts hold {Points.FromHundredths(-gave)} ({string.Join(", ", accounts)}); expected a sum of 0";
        }
    }

    private static IAsyncEnumerable<string> Tickets(JposDbContext db)
    {
        var wrong =
            from ticket in db.Tickets
            let moved = db.TicketMovements.Where(movement => movement.TicketId == ticket.Id).Sum(movement => movement.Pieces)
            where ticket.Remaining != moved
            orderby ticket.Id
            select new { ticket.Id, ticket.Remaining, ticket.Issued, Moved = moved };
        return wrong.AsAsyncEnumerable().Select(ticket => $"{ticket.Id} has {ticket.Remaining} of {ticket.Issued} pieces, but its movements sum to {ticket.Moved}");
    }
}
