namespace Jpos.Application.Ports;

/// <summary>Where events may go, and what signs them.</summary>
public interface IWebhookEndpoints
{
    /// <summary>Why nothing may be sent to an address; null if it may. Where its name leads to is looked at with each sending.</summary>
    string? Refuse(Uri url);

    /// <summary>Makes the secret of a subscription: as its receiver gets it, and as it is kept, under the host key.</summary>
    (string Secret, byte[] Wrapped) MakeSecret(long subscriptionId);
}
