namespace Jpos.Application.Ports;

/// <summary>Checks the addresses of subscriptions and creates their secrets.</summary>
public interface IWebhookEndpoints
{
    /// <summary>Returns why an address is refused; null if it is allowed. The addresses behind its name are checked at each sending.</summary>
    string? Refuse(Uri url);

    /// <summary>Creates the secret of a subscription: in the form for the receiver, and wrapped under the host key.</summary>
    (string Secret, byte[] Wrapped) MakeSecret(long subscriptionId);
}
