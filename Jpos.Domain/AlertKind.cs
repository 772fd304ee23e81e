namespace Jpos.Domain;

/// <summary>The kinds of alerts (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
public enum AlertKind
{
    /// <summary>A reversal arrived for a transaction of a settled batch. It was undone outside the settled totals.</summary>
    LateReversal = 1,

    /// <summary>A reversal arrived for a consume that was already cancelled or refunded. Nothing was done.</summary>
    ReversalOfUndone = 2,

    /// <summary>The card, amounts, lines or references of a reversal differ from its original. Nothing was done.</summary>
    ReversalDiffers = 3,

    /// <summary>The key of a reversal belongs to another operation. Nothing was done.</summary>
    ReversalOfOtherOperation = 4,

    /// <summary>The reversal of a cancel found pieces of its vouchers used elsewhere. It took the remaining pieces.</summary>
    VoucherGone = 5,

    /// <summary>A required MAC was missing, stale or wrong. The terminal has wrong keys, or somebody impersonates it.</summary>
    MacRefused = 6,

    /// <summary>A batch was settled with totals that differ from the host's.</summary>
    UnequalBatch = 7,

    /// <summary>An undo took points that were already spent. The balance of the card is below zero, or a reversal took other points in place of a spent gift.</summary>
    Debt = 8,

    /// <summary>A terminal or an address sent so many wrong PINs that somebody may be guessing. Its messages with a PIN are refused for a while.</summary>
    PinGuessing = 20,

    /// <summary>The texts of the last hour have used 80 % of the host's budget. Soon verify codes will be refused.</summary>
    TextBudget = 21,

    /// <summary>A consume earned so many points that its gift is held. A person must release or refuse it.</summary>
    LargeGift = 30,

    /// <summary>A consume was declined because the gifts of its terminal would have exceeded the limit of one business day.</summary>
    GiftLimit = 31,

    /// <summary>A weaker MAC policy was requested for a terminal, and a different person must decide; or a terminal was created with a weaker policy than Required.</summary>
    WeakerMacPolicy = 32,

    /// <summary>Points were created without a terminal: by an import of cards with opening balances, or by tickets worth more than one person may move in a day.</summary>
    PointsCreated = 33,

    /// <summary>A limit on new points was raised: of the programme, a terminal or a card product. Or the value of a point was raised.</summary>
    LimitRaised = 34,

    /// <summary>A card product no longer requires a PIN. Anyone who holds one of its cards can spend its points.</summary>
    PinTurnedOff = 35,

    /// <summary>A card was activated at a terminal with a document that another member has. The protocol allows this, so two members have the document now.</summary>
    DocumentShared = 36,
}
