namespace Jpos.Domain.Limits;

/// <summary>How often somebody may be refused within 10 minutes before that is taken for guessing; 0 is any number (protocol §9).</summary>
public sealed record FailureLimits
{
    /// <summary>Messages from one address that name an unknown store or terminal, or carry no MAC or a wrong one where it counts.</summary>
    public int MostRefusedOfAddress { get; init; } = 100;

    /// <summary>Card numbers from one terminal that are refused (code 14).</summary>
    public int MostRefusedCardsOfTerminal { get; init; } = 30;

    /// <summary>Wrong PINs from one terminal, of whatever cards.</summary>
    public int MostWrongPinsOfTerminal { get; init; } = 10;

    /// <summary>Wrong PINs from one address, of whatever cards and terminals.</summary>
    public int MostWrongPinsOfAddress { get; init; } = 10;
}
