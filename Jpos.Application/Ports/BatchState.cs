namespace Jpos.Application.Ports;

/// <summary>The state by which batches are filtered.</summary>
public enum BatchState
{
    Open,

    /// <summary>Settled, whether or not the two sides agree.</summary>
    Settled,

    /// <summary>Settled, with different totals of the two sides.</summary>
    Unequal,
}
