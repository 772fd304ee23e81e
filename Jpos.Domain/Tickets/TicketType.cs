namespace Jpos.Domain.Tickets;

/// <summary>What a ticket is; the values are the codes of the wire (interface document, name dictionary).</summary>
public enum TicketType
{
    /// <summary>团购券.</summary>
    GroupPurchase = 1,

    /// <summary>兑换券.</summary>
    Exchange = 2,

    /// <summary>代金券: pays inside a consume.</summary>
    Voucher = 3,
}
