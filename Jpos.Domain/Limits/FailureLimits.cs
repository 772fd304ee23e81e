namespace Jpos.Domain.Limits;

/// <summary>The failure limits: refusals within 10 minutes before a source is treated as guessing. 0 means no limit (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public sealed record FailureLimits
{
    /// <summary>Messages from one address with an unknown store or terminal, or with a missing or wrong MAC where one is required.</summary>
    public int MostRefusedOfAddress { get; init; } = 100;

    /// <summary>Refused card numbers from one terminal (code 14).</summary>
    public int MostRefusedCardsOfTerminal { get; init; } = 30;

    /// <summary>Wrong PINs from one terminal, of any card.</summary>
    public int MostWrongPinsOfTerminal { get; init; } = 10;

    /// <summary>Wrong PINs from one address, of any card and terminal.</summary>
    public int MostWrongPinsOfAddress { get; init; } = 10;
}
