namespace Jpos.Domain.Alerts;

/// <summary>How far an alert has come.</summary>
public enum AlertState
{
    /// <summary>Nobody looks into it.</summary>
    Open = 0,

    /// <summary>Somebody looks into it.</summary>
    Acknowledged = 1,

    /// <summary>It is dealt with, and stays so.</summary>
    Resolved = 2,
}
