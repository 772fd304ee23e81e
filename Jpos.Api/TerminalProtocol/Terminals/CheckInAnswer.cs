namespace Jpos.Api.TerminalProtocol.Terminals;

/// <summary>The answer of a check-in.</summary>
public sealed record CheckInAnswer : TerminalAnswer
{
    /// <summary>The number of the open batch, 6 digits.</summary>
    public string BatchNo { get; set; } = "";

    /// <summary>The store's name, for receipts.</summary>
    public string StoreName { get; set; } = "";

    /// <summary>The PIN key and the MAC key, encrypted under the master key, each followed by its check value, hexadecimal.</summary>
    public string WorkingKey { get; set; } = "";
}
