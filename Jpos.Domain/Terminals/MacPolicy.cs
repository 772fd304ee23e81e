namespace Jpos.Domain.Terminals;

/// <summary>Whether a terminal must sign its messages (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public enum MacPolicy
{
    /// <summary>Every message must have a correct MAC. This is the default.</summary>
    Required = 0,

    /// <summary>A MAC is verified if it is sent.</summary>
    Optional = 1,

    /// <summary>MACs are ignored.</summary>
    Off = 2,
}
