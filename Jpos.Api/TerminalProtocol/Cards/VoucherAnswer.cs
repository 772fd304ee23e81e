namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>One voucher of a card.</summary>
public sealed record VoucherAnswer
{
    /// <summary>The ticket's number.</summary>
    public long Id { get; set; }

    /// <summary>What one piece is worth, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>How many pieces are left.</summary>
    public int Num { get; set; }

    /// <summary>What the ticket is called.</summary>
    public string Name { get; set; } = "";
}
