using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>A filter of journal entries; an entry must match every given condition. A card, a batch, or a period is required, because indexes exist for these (ADR 20).</summary>
public sealed record JournalFilter
{
    public long? CardId { get; init; }

    public long? BatchId { get; init; }

    public TerminalNumber? Terminal { get; init; }

    public StoreNumber? Store { get; init; }

    /// <summary>Only entries of these stores; empty for all, including entries without a terminal.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    public EntryStatus? Status { get; init; }

    public Operations? Operation { get; init; }

    /// <summary>Only entries at this instant or later, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Only entries before this instant, UTC.</summary>
    public DateTime? To { get; init; }
}
