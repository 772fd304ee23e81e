using System.Globalization;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// What a unit of work locks before it decides, as it is stored, sorted and without repeats. Every unit takes these at once and in one order, terminals, cards, accounts, mobiles, so that none waits for one that waits for it.
/// Most names come when a unit finds that it needs them, after all else, and one by one: of two units that refuse messages of the same two addresses in opposite order, the server ends one, and its messages are decided again, each by itself.
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

    /// <summary>The names of what one unit after the other counts or hands out: an address, whose refused messages and wrong PINs are counted, a person, all texts, the documents of all members, subscriptions, the outbox.</summary>
    public string[] Names { get; private init; } = [];

    /// <summary>What messages touch that are to share a unit of work.</summary>
    public static RowLocks Of(params IReadOnlyCollection<TerminalMessage> messages) => new()
    {
        Terminals = Sorted(messages.Select(message => message.Terminal.Value), StringComparer.Ordinal),
        Cards = Sorted(messages.Select(message => message.LockedCard?.Value).OfType<string>(), StringComparer.Ordinal),
        Mobiles = Sorted(messages.Select(message => message.LockedMobile?.Value).OfType<string>().Select(mobile => long.Parse(mobile, CultureInfo.InvariantCulture))),
    };

    /// <summary>What an act of the back office touches.</summary>
    public static RowLocks Of(Command command) => new()
    {
        Terminals = command.LockedTerminal is { } terminal ? [terminal.Value] : [],
        Cards = Sorted(command.LockedCards.Select(card => card.Value), StringComparer.Ordinal),
        Names = command.ChangesIdentityDocument ? OfDocuments.Names : [],
    };

    public static RowLocks OfAddress(string address) => new() { Names = [$"address {address}"] };

    /// <summary>The documents of all members: one unit after the other looks who has one before it gives it to somebody.</summary>
    public static RowLocks OfDocuments => new() { Names = ["documents"] };

    /// <summary>The count of all texts: one unit after the other counts them before it sends another.</summary>
    public static RowLocks OfTexts => new() { Names = ["texts"] };

    /// <summary>The points that a person moves without a terminal: one unit after the other counts them.</summary>
    public static RowLocks OfPerson(string person) => new() { Names = [$"person {person}"] };

    /// <summary>The number of subscriptions to events: one unit after the other counts them before it adds another.</summary>
    public static RowLocks OfSubscriptions => new() { Names = ["subscriptions"] };

    /// <summary>Events that are not yet handed to their subscriptions: one host after the other hands them out.</summary>
    public static RowLocks OfOutbox => new() { Names = ["outbox"] };

    public static RowLocks OfAccounts(IEnumerable<long> ids) => new() { Accounts = Sorted(ids) };

    private static T[] Sorted<T>(IEnumerable<T> values, IComparer<T>? comparer = null) => [.. values.Distinct().Order(comparer)];
}
