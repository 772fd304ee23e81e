namespace Jpos.Infrastructure.Database;

/// <summary>The consumers of the connection pool, each with a share of its own.</summary>
internal enum ConnectionConsumer
{
    /// <summary>Messages of terminals: their units of work and the actions after a commit.</summary>
    Messages,

    /// <summary>Commands, queries and exports of the back office.</summary>
    BackOffice,

    /// <summary>The webhook dispatcher.</summary>
    Webhooks,

    /// <summary>Reads of terminals that verify a MAC before the message is queued.</summary>
    TerminalCache,

    /// <summary>The daily jobs and the key rewrapping, with one connection each, and the start of the host.</summary>
    Maintenance,

    /// <summary>The refill of the number sequence, one at a time.</summary>
    NumberSequence,

    /// <summary>The health checks.</summary>
    Readiness,
}
