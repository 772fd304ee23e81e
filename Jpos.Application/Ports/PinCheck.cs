namespace Jpos.Application.Ports;

/// <summary>The result of checking a PIN block.</summary>
public enum PinCheck
{
    /// <summary>The block was not made with this key for this card, or is damaged.</summary>
    Undecodable,

    Wrong,

    Right,
}
