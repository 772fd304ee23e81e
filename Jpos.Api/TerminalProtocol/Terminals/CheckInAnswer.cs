namespace Jpos.Api.TerminalProtocol.Terminals;

/// <summary>What a terminal needs for its session.</summary>
public sealed record CheckInAnswer : TerminalAnswer
{
    /// <summary>The number of the open batch, 6 digits.</summary>
    public string BatchNo { get; set; } = "";

    /// <summary>The store's name, for receipts.</summary>
    public string StoreName { get; set; } = "";

    /// <summary>PIN key and MAC key under the terminal's master key, each followed by its check value, hexadecimal.</summary>
    public string WorkingKey { get; set; } = "";
}
