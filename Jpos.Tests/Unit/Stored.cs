using System.Reflection;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit;

/// <summary>Gives entities what only the database gives them: ids, and what follows from them. The one place in these tests that reaches behind a private setter.</summary>
internal static class Stored
{
    public static Card With(this Card card, long id) => Set(card, nameof(Card.Id), id);

    public static Campaign With(this Campaign campaign, long id) => Set(campaign, nameof(Campaign.Id), id);

    public static Ticket With(this Ticket ticket, long id) => Set(ticket, nameof(Ticket.Id), id);

    public static TransactionJournal With(this TransactionJournal entry, EntryStatus status) => Set(entry, nameof(TransactionJournal.Status), status);

    /// <summary>As a message would that shows that the terminal has the pair; no method of the domain does it yet.</summary>
    public static WorkingKeys Confirmed(this WorkingKeys pair) => Set(pair, nameof(WorkingKeys.IsConfirmed), true);

    private static T Set<T>(T entity, string property, object value)
    {
        typeof(T).GetProperty(property, BindingFlags.Instance | BindingFlags.Public)!.SetValue(entity, value);
        return entity;
    }
}
