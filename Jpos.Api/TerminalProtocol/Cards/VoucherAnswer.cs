namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>One voucher of a card.</summary>
public sealed record VoucherAnswer
{
    /// <summary>The id of the ticket.</summary>
    public long Id { get; set; }

    /// <summary>The face value of one piece, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>The number of remaining pieces.</summary>
    public int Num { get; set; }

    /// <summary>The name of the ticket.</summary>
    public string Name { get; set; } = "";
}
