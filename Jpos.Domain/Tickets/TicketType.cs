namespace Jpos.Domain.Tickets;

/// <summary>The type of a ticket. The values are the codes of the wire (interface document, name dictionary).</summary>
public enum TicketType
{
    /// <summary>团购券: group purchase.</summary>
    GroupPurchase = 1,

    /// <summary>兑换券: exchange.</summary>
    Exchange = 2,

    /// <summary>代金券: voucher, pays in a consume.</summary>
    Voucher = 3,
}
