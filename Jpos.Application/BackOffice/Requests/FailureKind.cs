namespace Jpos.Application.BackOffice.Requests;

/// <summary>The kind of a problem.</summary>
public enum FailureKind
{
    /// <summary>The resource does not exist, or the caller does not see it.</summary>
    NotFound,

    /// <summary>A field is invalid.</summary>
    Invalid,

    /// <summary>The command conflicts with the present state.</summary>
    Conflict,

    /// <summary>The caller's ETag is outdated.</summary>
    PreconditionFailed,

    /// <summary>The caller lacks the permission.</summary>
    Forbidden,

    /// <summary>The idempotency key was used for another request.</summary>
    IdempotencyKeyReused,

    /// <summary>The outcome is unknown: the connection to the database was lost during the commit.</summary>
    CommitOutcomeUnknown,
}
