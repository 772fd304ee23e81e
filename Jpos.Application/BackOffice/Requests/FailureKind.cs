namespace Jpos.Application.BackOffice.Requests;

/// <summary>Why nothing came of an act.</summary>
public enum FailureKind
{
    /// <summary>There is no such thing, or the caller does not see it.</summary>
    NotFound,

    /// <summary>Some field does not do.</summary>
    Invalid,

    /// <summary>What is there already is in the way.</summary>
    Conflict,

    /// <summary>The caller saw an older state of it.</summary>
    PreconditionFailed,

    /// <summary>The caller may not do this here.</summary>
    Forbidden,

    /// <summary>The key of the request was used for another request.</summary>
    IdempotencyKeyReused,

    /// <summary>It may have been done, or not: the database was lost while it was being committed.</summary>
    CommitOutcomeUnknown,
}
