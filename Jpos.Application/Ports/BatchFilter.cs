namespace Jpos.Application.Ports;

/// <summary>Which batches are looked for: those that are everything that is said here. A terminal, a store, that they are open, or a beginning and an end are needed, for which there are indexes.</summary>
public sealed record BatchFilter
{
    public TerminalNumber? Terminal { get; init; }

    public StoreNumber? Store { get; init; }

    /// <summary>Only those that were opened in one of these stores; none for all.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    public BatchState? State { get; init; }

    /// <summary>Opened not before this instant, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Opened before this instant, UTC.</summary>
    public DateTime? To { get; init; }
}
