namespace Jpos.Domain.Webhooks;

/// <summary>The state of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It will be sent, at once or after a delay.</summary>
    Pending = 0,

    /// <summary>The receiver accepted it.</summary>
    Delivered = 1,

    /// <summary>Its last attempt failed. Only a person can redeliver it.</summary>
    DeadLettered = 2,
}
