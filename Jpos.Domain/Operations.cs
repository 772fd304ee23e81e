namespace Jpos.Domain;

/// <summary>The operation of a transaction. Stores and card products can deny operations.</summary>
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

    /// <summary>Undoes a refund of the open batch. The consume is effective again.</summary>
    RefundCancel = 8,

    /// <summary>Uses pieces of tickets.</summary>
    ConsumeTickets = 16,

    /// <summary>Binds an issued card to a member.</summary>
    Activate = 32,

    /// <summary>Takes expired points, in an expiry run.</summary>
    Expire = 512,

    /// <summary>Adds or takes points or tickets without a terminal, for an import or a correction.</summary>
    Adjustment = 1024,

    /// <summary>Passes all points of an account to another one, in a merge of the two.</summary>
    Merge = 2048,
}
