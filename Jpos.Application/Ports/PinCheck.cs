namespace Jpos.Application.Ports;

/// <summary>What came of looking at a PIN block.</summary>
public enum PinCheck
{
    /// <summary>It was not made with this key for this card, or is damaged.</summary>
    Undecodable,

    Wrong,

    Right,
}
