namespace Jpos.Infrastructure.Database;

/// <summary>Who uses connections of the pool, each within a share of its own.</summary>
internal enum ConnectionConsumer
{
    /// <summary>Messages of terminals: units of work, and what follows a commit.</summary>
    Messages,

    /// <summary>Commands, queries and exports of the back office.</summary>
    BackOffice,

    /// <summary>The webhook dispatcher.</summary>
    Webhooks,

    /// <summary>Terminals that are read to verify a MAC before the message is queued.</summary>
    TerminalCache,

    /// <summary>The daily jobs and the rewrapping of keys, one connection each; and the start.</summary>
    Maintenance,

    /// <summary>The refill of the number sequence, one at a time.</summary>
    NumberSequence,

    /// <summary>The health checks.</summary>
    Readiness,
}
