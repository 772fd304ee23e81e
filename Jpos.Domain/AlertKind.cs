namespace Jpos.Domain;

/// <summary>What the back office has to look at (protocol §6).</summary>
public enum AlertKind
{
    /// <summary>A reversal came for a transaction of a settled batch: undone outside the settled totals.</summary>
    LateReversal = 1,

    /// <summary>A reversal came for a consume that was cancelled or refunded already: nothing done.</summary>
    ReversalOfUndone = 2,

    /// <summary>A reversal's card, amounts, lines or references are not those of its original: nothing done.</summary>
    ReversalDiffers = 3,

    /// <summary>A reversal's key belongs to another operation: nothing done.</summary>
    ReversalOfOtherOperation = 4,

    /// <summary>The reversal of a cancel found pieces of its vouchers used elsewhere: as many taken as were left.</summary>
    VoucherGone = 5,

    /// <summary>A message that had to be signed carried no MAC, a stale one or a wrong one: a terminal with wrong keys, or somebody who pretends to be one.</summary>
    MacRefused = 6,

    /// <summary>A batch was settled with other totals than the host's.</summary>
    UnequalBatch = 7,

    /// <summary>An undoing took points that were spent: the card's balance is below zero, or a reversal took other points for a gift that was spent.</summary>
    Debt = 8,

    /// <summary>So many PINs from a terminal or an address were wrong that somebody may be guessing: messages with a PIN are refused for a while.</summary>
    PinGuessing = 20,

    /// <summary>The texts of the last hour are 80 % of the host's budget: soon verify codes are refused.</summary>
    TextBudget = 21,

    /// <summary>A consume earned so much that its gift is held: somebody has to release or refuse it.</summary>
    LargeGift = 30,

    /// <summary>A terminal's consumes would have earned more than its limit of a business day: declined.</summary>
    GiftLimit = 31,

    /// <summary>A weaker MAC policy was asked for, for a terminal, and a different person has to decide; or a terminal was created with a weaker policy than Required.</summary>
    WeakerMacPolicy = 32,

    /// <summary>Points were made without a terminal: by an import of cards with opening balances, or by tickets that are worth more than what one person may move in a day.</summary>
    PointsCreated = 33,

    /// <summary>A limit on how points are made was raised: the programme's on consumes, gifts or what one person may move, or a terminal's or card product's own. Or a point is worth more.</summary>
    LimitRaised = 34,

    /// <summary>A card product asks for no PIN any more: whoever has a card of it can spend its points.</summary>
    PinTurnedOff = 35,

    /// <summary>A card was activated at a terminal with a document that another member has: the protocol lets it be bound, so that two members have it now.</summary>
    DocumentShared = 36,
}
