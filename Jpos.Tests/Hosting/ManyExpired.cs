using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.LedgerVerification;
using Jpos.Tests.Unit;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Hosting;

/// <summary>Many accounts, each with two lots whose last day is over and one that is good: what an expiry run is cut off in.</summary>
internal static class ManyExpired
{
    private const string Product = "限期卡";
    private const long FirstCard = 9_911_000_000_000_000;
    private const long FirstNumber = 900_000_000_001;

    /// <param name="db">A database without any of them.</param>
    /// <param name="count">How many accounts.</param>
    /// <param name="now">The instant at which the lots are over.</param>
    public static async Task Add(JposDbContext db, int count, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var numbers = new Counter(FirstNumber);
        var product = new CardProduct(new(Product));
        var cards = Enumerable.Range(0, count).Select(number => new Card(numbers.Next(), numbers.Next(), CardNumber.Of($"{FirstCard + number}"), product, CardState.Active)).ToList();
        db.Accounts.AddRange(cards.Select(card => new PointAccount(card.AccountId)));
        db.Cards.AddRange(cards);
        await db.SaveChangesAsync();
        foreach (var card in cards)
        {
            var account = db.Accounts.Local.Single(account => account.Id == card.AccountId);
            var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.UtcDateTime.AddYears(-1), today.AddYears(-1));
            account.Add(Points.Of(5m), today.AddDays(-40), ProgrammeAccount.Adjustment, opening, numbers, today.AddYears(-1));
            account.Add(Points.Of(0.25m), today.AddDays(-2), ProgrammeAccount.Adjustment, opening, numbers, today.AddYears(-1));
            account.Add(Points.Of(3m), today.AddDays(400), ProgrammeAccount.Adjustment, opening, numbers, today.AddYears(-1));
            db.Journal.Add(opening);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Sees that each account had both lots taken by one entry, or is as it was; that no other account was touched; and that the books have no faults.</summary>
    /// <returns>From how many accounts points were taken.</returns>
    public static async Task<int> Taken(JposDbContext db)
    {
        Assert.That((await new LedgerVerifier(db, Engines.Of(db)).Verify(CancellationToken.None)).Discrepancies, Is.Empty);
        var cards = await db.Cards.AsNoTracking().Where(card => card.Product.Name == Product).Select(card => card.AccountId).ToListAsync();
        var accounts = (await db.Accounts.AsNoTracking().Include(account => account.Lots).ToListAsync()).ToDictionary(account => account.Id);
        var entries = (await db.Journal.AsNoTracking().Include(entry => entry.Postings).Where(entry => entry.Operation == Operations.Expire).ToListAsync())
            .ToLookup(entry => entry.AccountId);
        Assert.That(entries.Select(ofCard => ofCard.Key).Except(cards), Is.Empty);
        foreach (var card in cards)
        {
            var taken = entries[card].Select(entry => string.Join(' ', entry.Postings.Select(posting => $"{posting.Programme} {posting.Amount}").Order(StringComparer.Ordinal)));
            var left = string.Join(' ', accounts[card].Lots.OrderBy(lot => lot.ExpiresOn).Select(lot => lot.Remaining));
            Assert.That($"{left}: {string.Join(", ", taken)}", Is.AnyOf("5 0.25 3: ", "0 0 3: Expired -0.25 Expired -5"), "all or nothing, and once");
        }

        return entries.Count;
    }
}
