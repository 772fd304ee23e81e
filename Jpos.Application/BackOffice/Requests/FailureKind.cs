namespace Jpos.Application.BackOffice.Requests;

/// <summary>Says why a command was refused. Each kind is a problem type of the API.</summary>
public enum FailureKind
{
    /// <summary>The resource does not exist, or the caller cannot access it.</summary>
    NotFound,

    /// <summary>A field is invalid.</summary>
    Invalid,

    /// <summary>The present state does not allow the change.</summary>
    Conflict,

    /// <summary>The request was executed before, and its answer contained a secret that is shown only once.</summary>
    SecretAlreadyShown,

    /// <summary>The caller saw an older state of the resource.</summary>
    PreconditionFailed,

    /// <summary>The caller does not have the permission.</summary>
    Forbidden,

    /// <summary>The caller is limited to specific stores, and the resource is network-wide.</summary>
    NetworkWide,

    /// <summary>The person who made the request cannot approve it.</summary>
    SamePerson,

    /// <summary>The person would move more points than one person may in a day.</summary>
    DailyLimitExceeded,

    /// <summary>The idempotency key was used for another request.</summary>
    IdempotencyKeyReused,

    /// <summary>The database was lost during the commit, so the change may or may not have been made.</summary>
    CommitOutcomeUnknown,
}
