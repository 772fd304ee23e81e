namespace Jpos.Domain.Terminals;

/// <summary>Whether messages of a terminal have to be signed (protocol §9).</summary>
public enum MacPolicy
{
    /// <summary>Every message has to carry a right MAC. What a terminal is made with unless told otherwise.</summary>
    Required = 0,

    /// <summary>A MAC is verified when one is sent.</summary>
    Optional = 1,

    /// <summary>MACs are ignored.</summary>
    Off = 2,
}
