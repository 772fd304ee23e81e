namespace Jpos.Domain;

/// <summary>What a transaction does. A transaction has one; stores and card products deny any of them, which is why the values are flags.</summary>
[Flags]
public enum Operations
{
    None = 0,

    /// <summary>Pays with points, cash and vouchers.</summary>
    Consume = 1,

    /// <summary>Undoes a consume of the open batch (void).</summary>
    Cancel = 2,

    /// <summary>Undoes a consume of any batch, within the refund window.</summary>
    Refund = 4,

    /// <summary>Undoes a refund of the open batch: the consume stands again.</summary>
    RefundCancel = 8,

    /// <summary>Uses up pieces of tickets.</summary>
    ConsumeTickets = 16,

    /// <summary>Gives an issued card to a member.</summary>
    Activate = 32,

    /// <summary>Points that expired are taken, by the expiry run.</summary>
    Expire = 512,

    /// <summary>Points or tickets brought in or corrected by the back office, without a terminal.</summary>
    Adjustment = 1024,
}
