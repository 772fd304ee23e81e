namespace Jpos.Domain.Accounts;

/// <summary>What has become of an adjustment.</summary>
public enum AdjustmentState
{
    /// <summary>It is above the limit: a second person has to decide. Nothing has moved.</summary>
    Pending = 0,

    /// <summary>The points have moved.</summary>
    Applied = 1,

    /// <summary>A second person refused it. Nothing has moved, and nothing will.</summary>
    Refused = 2,

    /// <summary>It waited for too long, and nobody decides on it any more. Nothing has moved. It follows from when it was asked for, and is not stored.</summary>
    Expired = 3,
}
