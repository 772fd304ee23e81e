namespace Jpos.Application.Ports;

/// <summary>A filter of batches; a batch must match every given condition. A terminal, a store, the state open, or a period is required, because indexes exist for these.</summary>
public sealed record BatchFilter
{
    public TerminalNumber? Terminal { get; init; }

    public StoreNumber? Store { get; init; }

    /// <summary>Only batches that were opened in one of these stores; empty for all.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    public BatchState? State { get; init; }

    /// <summary>Only batches that were opened at this instant or later, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Only batches that were opened before this instant, UTC.</summary>
    public DateTime? To { get; init; }
}
