namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>The state of a held gift.</summary>
public enum HeldGiftState
{
    /// <summary>The gift is pending until a person decides.</summary>
    Held = 0,

    /// <summary>The gift was released and is pending until its batch settles.</summary>
    Released = 1,

    /// <summary>The gift was refused: its points were taken back, and the consume stays.</summary>
    Refused = 2,
}
