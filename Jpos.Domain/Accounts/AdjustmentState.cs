namespace Jpos.Domain.Accounts;

/// <summary>The state of an adjustment.</summary>
public enum AdjustmentState
{
    /// <summary>It exceeds a limit, and a different person must decide. No points have moved.</summary>
    Pending = 0,

    /// <summary>The points have moved.</summary>
    Applied = 1,

    /// <summary>A different person refused it. No points have moved, and none will.</summary>
    Refused = 2,

    /// <summary>Nobody decided in time, and nobody can any more. No points have moved. This state follows from the time of the request and is not stored.</summary>
    Expired = 3,
}
