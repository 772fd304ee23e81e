using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>All that imports made, row by row, without the numbers that the host gives: two imports of one file come to the same.</summary>
internal static class BroughtIn
{
    public static async Task<List<string>> Of(JposDbContext db)
    {
        var rows = await db.Cards.Include(card => card.Product).Include(card => card.Member).OrderBy(card => card.Number)
            .Select(card => new
            {
                Card = card,
                Account = db.Accounts.Include(account => account.Lots).Single(account => account.Id == card.AccountId),
                Entries = db.Journal.Include(entry => entry.Postings).Where(entry => entry.AccountId == card.AccountId).ToList(),
            })
            .AsNoTracking()
            .ToListAsync();
        var said = rows.ConvertAll(row =>
            $"{row.Card.Number.Value} {row.Card.State} {row.Card.Product.Name} {row.Card.ExpiresOn:o} {row.Card.Member?.Name} {row.Card.Member?.Grade} {row.Card.Member?.MobileNumber} {row.Card.Member?.IdNumber}"
            + $" {row.Account.Balance} [{string.Join(' ', row.Account.Lots.Select(lot => $"{lot.Kind} {lot.Remaining} {lot.ExpiresOn:o}"))}]"
            + $" [{string.Join(' ', row.Entries.Select(entry => $"{entry.Operation} {entry.BusinessDay:o} {entry.MaskedCard} {string.Join(' ', entry.Postings.Select(posting => $"{posting.Programme} {posting.Amount}"))}"))}]");
        said.AddRange((await db.Members.OrderBy(member => member.Id).AsNoTracking().ToListAsync()).Select(member =>
            $"{member.Name} {member.Grade} {member.Gender} {member.MobileNumber} {member.IdType} {member.IdNumber} {member.Address} {member.Email}"));
        said.Add($"{await db.Lots.CountAsync()} lots, {await db.Journal.CountAsync()} entries, {await db.Postings.CountAsync()} postings");
        said.AddRange((await db.Imports.OrderBy(import => import.Id).ToListAsync()).Select(import => $"{import.Kind} {import.Lines} {import.LinesDone} {import.Accepted} {import.Rejected} {Convert.ToHexString(import.Digest)}"));
        said.AddRange((await db.ImportErrors.OrderBy(fault => fault.ImportId).ThenBy(fault => fault.Line).ToListAsync()).Select(fault => $"{fault.Line} {fault.Reason}"));
        return said;
    }
}
