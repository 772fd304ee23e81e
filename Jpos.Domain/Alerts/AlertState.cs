namespace Jpos.Domain.Alerts;

/// <summary>The state of an alert.</summary>
public enum AlertState
{
    /// <summary>It has no assignee.</summary>
    Open = 0,

    /// <summary>It has an assignee.</summary>
    Acknowledged = 1,

    /// <summary>It is resolved, and stays so.</summary>
    Resolved = 2,
}
