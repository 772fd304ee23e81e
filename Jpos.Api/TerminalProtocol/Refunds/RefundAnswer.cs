namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>What a refund gave back and took back.</summary>
public sealed record RefundAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";

    /// <summary>All points of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>Points given back.</summary>
    public decimal ReturnPoint { get; set; }

    /// <summary>What was taken back of the gift.</summary>
    public decimal ReturnPersentPoint { get; set; }

    /// <summary>The cash that was paid; the till hands out this less <see cref="SupplyCash"/>.</summary>
    public decimal ReturnCash { get; set; }

    /// <summary>What the customer owes for the part of the gift that is spent.</summary>
    public decimal SupplyCash { get; set; }
}
