using System.Globalization;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// The locks that a unit of work takes before it decides, sorted and distinct. Every unit takes them in one order (terminals, cards, accounts, mobiles), so that units do not deadlock.
/// Names are mostly locked later and one by one. Two units that refuse messages of the same two addresses in opposite order may deadlock. The server ends one, and its messages are handled one by one.
/// </summary>
internal sealed record RowLocks
{
    public string[] Terminals { get; private init; } = [];

    /// <summary>Cards, each with its account.</summary>
    public string[] Cards { get; private init; } = [];

    /// <summary>Accounts whose cards need no lock.</summary>
    public long[] Accounts { get; private init; } = [];

    /// <summary>Mobiles, whose verify codes are counted before one is added.</summary>
    public long[] Mobiles { get; private init; } = [];

    /// <summary>Names of shared counters and lists, which units use one after the other. Examples are an address with its failures, a person's points, all texts, member documents, subscriptions and the outbox.</summary>
    public string[] Names { get; private init; } = [];

    /// <summary>Returns the locks of the messages that share a unit of work.</summary>
    public static RowLocks Of(params IReadOnlyCollection<TerminalMessage> messages) => new()
    {
        Terminals = Sorted(messages.Select(message => message.Terminal.Value), StringComparer.Ordinal),
        Cards = Sorted(messages.Select(message => message.LockedCard?.Value).OfType<string>(), StringComparer.Ordinal),
        Mobiles = Sorted(messages.Select(message => message.LockedMobile?.Value).OfType<string>().Select(mobile => long.Parse(mobile, CultureInfo.InvariantCulture))),
    };

    /// <summary>Returns the locks of a command of the back office.</summary>
    public static RowLocks Of(Command command) => new()
    {
        Terminals = command.LockedTerminal is { } terminal ? [terminal.Value] : [],
        Cards = Sorted(command.LockedCards.Select(card => card.Value), StringComparer.Ordinal),
        Names = command.ChangesIdentityDocument ? OfDocuments.Names : [],
    };

    public static RowLocks OfAddress(string address) => new() { Names = [$"address {address}"] };

    /// <summary>Serializes the checks that a document belongs to one member only.</summary>
    public static RowLocks OfDocuments => new() { Names = ["documents"] };

    /// <summary>Serializes the count of all texts before another one is sent.</summary>
    public static RowLocks OfTexts => new() { Names = ["texts"] };

    /// <summary>Serializes the sum of points that a person moves without a terminal.</summary>
    public static RowLocks OfPerson(string person) => new() { Names = [$"person {person}"] };

    /// <summary>Serializes the count of subscriptions before one is added.</summary>
    public static RowLocks OfSubscriptions => new() { Names = ["subscriptions"] };

    /// <summary>Serializes the hosts that turn events into deliveries.</summary>
    public static RowLocks OfOutbox => new() { Names = ["outbox"] };

    public static RowLocks OfAccounts(IEnumerable<long> ids) => new() { Accounts = Sorted(ids) };

    /// <summary>Returns the locks of accounts and all their cards.</summary>
    public static RowLocks OfCards(IEnumerable<CardNumber> cards, IEnumerable<long> accounts) => new() { Cards = Sorted(cards.Select(card => card.Value), StringComparer.Ordinal), Accounts = Sorted(accounts) };

    private static T[] Sorted<T>(IEnumerable<T> values, IComparer<T>? comparer = null) => [.. values.Distinct().Order(comparer)];
}
