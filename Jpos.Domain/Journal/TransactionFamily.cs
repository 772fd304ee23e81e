using Jpos.Domain.Accounts;

namespace Jpos.Domain.Journal;

/// <summary>An entry and all entries that undo it or each other (<see href="docs/protocol.md#4-points">protocol §4</see>, <see href="docs/protocol.md#6-reversals">§6</see>).</summary>
public sealed class TransactionFamily(IReadOnlyCollection<TransactionJournal> members)
{
    public IReadOnlyCollection<TransactionJournal> Members => members;

    /// <summary>
    /// Returns the effective points of a transaction: its own effect and that of all its descendants. If a consume was cancelled and the cancel reversed, the points may come from other lots than at first, so its own postings are not enough.
    /// </summary>
    public PointEffect EffectivePoints(TransactionJournal transaction) =>
        PointEffect.Of(Descent(transaction).SelectMany(member => member.Postings));

    /// <summary>Returns the pieces that tickets gained by a transaction and all its descendants; below zero, lost.</summary>
    public IReadOnlyDictionary<long, int> EffectiveTickets(TransactionJournal transaction) =>
        Descent(transaction)
            .SelectMany(member => member.TicketMovements)
            .GroupBy(movement => movement.TicketId, movement => movement.Pieces)
            .ToDictionary(ticket => ticket.Key, ticket => ticket.Sum());

    /// <summary>Returns the part of a transaction's gift that the back office refused. It is already taken back, whatever undoes the transaction.</summary>
    public Points RefusedGift(TransactionJournal transaction) => members
        .Where(member => member.IsRefusalOfGift && member.Original == transaction.Serial)
        .SelectMany(member => member.Postings)
        .Select(posting => -posting.Amount)
        .Sum();

    /// <summary>Returns the member with a serial number.</summary>
    public TransactionJournal this[SerialNumber serial] => members.Single(member => member.Serial == serial);

    private IEnumerable<TransactionJournal> Descent(TransactionJournal transaction) =>
        members.Where(member => member.Original == transaction.Serial).SelectMany(Descent).Prepend(transaction);
}
