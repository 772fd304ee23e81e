namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>What has become of a large gift.</summary>
public enum HeldGiftState
{
    /// <summary>It is pending until somebody decides.</summary>
    Held = 0,

    /// <summary>It is released: it waits for its batch only.</summary>
    Released = 1,

    /// <summary>It is refused: its points are taken back, and the consume stays.</summary>
    Refused = 2,
}
