namespace Jpos.Domain.Webhooks;

public enum DeliveryState
{
    /// <summary>It is to be sent, at once or again later.</summary>
    Pending = 0,

    /// <summary>The receiver took it.</summary>
    Delivered = 1,

    /// <summary>It was tried as often as it is to be: only a person has it sent again.</summary>
    DeadLettered = 2,
}
