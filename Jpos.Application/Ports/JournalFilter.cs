using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>Which records of the journal are looked for: those that are everything that is said here. A card, a batch, or a beginning and an end are needed, for which there are indexes (ADR 20).</summary>
public sealed record JournalFilter
{
    public long? CardId { get; init; }

    public long? BatchId { get; init; }

    public TerminalNumber? Terminal { get; init; }

    public StoreNumber? Store { get; init; }

    /// <summary>Only what was done in one of these stores; none for all, and for what no terminal did.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    public EntryStatus? Status { get; init; }

    public Operations? Operation { get; init; }

    /// <summary>Not before this instant, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this instant, UTC.</summary>
    public DateTime? To { get; init; }
}
