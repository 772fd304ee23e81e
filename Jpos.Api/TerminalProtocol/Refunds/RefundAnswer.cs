namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>The answer of a refund.</summary>
public sealed record RefundAnswer : TerminalAnswer
{
    /// <summary>The serial number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";

    /// <summary>The balance of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that can be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The points given back.</summary>
    public decimal ReturnPoint { get; set; }

    /// <summary>The points of the gift that were taken back.</summary>
    public decimal ReturnPersentPoint { get; set; }

    /// <summary>The cash that was paid. The till hands out this amount less <see cref="SupplyCash"/>.</summary>
    public decimal ReturnCash { get; set; }

    /// <summary>The cash that the customer owes for the spent part of the gift.</summary>
    public decimal SupplyCash { get; set; }
}
