namespace Jpos.Domain.Cards;

/// <summary>The state of a card. Expiry is not a state, because it follows from a date.</summary>
public enum CardState
{
    Issued = 0,
    Active = 1,
    Lost = 2,
    Stolen = 3,
    Frozen = 4,
    Closed = 5,
}
