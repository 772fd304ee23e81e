namespace Jpos.Application.Ports;

/// <summary>What batches are looked for by.</summary>
public enum BatchState
{
    Open,

    /// <summary>Settled, whether the two sides agree or not.</summary>
    Settled,

    /// <summary>Settled, and the two sides do not agree.</summary>
    Unequal,
}
