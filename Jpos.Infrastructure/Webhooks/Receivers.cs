using System.Security.Cryptography;
using Jpos.Application.Ports;
using Jpos.Infrastructure.Security;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Secrets as Standard Webhooks has them: <c>whsec_</c> and the key in base64.</summary>
internal sealed class Receivers(Targets targets, IKeyVault vault) : IWebhookReceivers
{
    public string? Refuse(Uri url) => targets.Refuse(url);

    public (string Secret, byte[] Wrapped) MakeSecret(long subscriptionId)
    {
        var key = RandomNumberGenerator.GetBytes(IKeyVault.HashKeyLength);
        try
        {
            return ($"whsec_{Convert.ToBase64String(key)}", vault.WrapHashKey(key, Owners.WebhookSecret(subscriptionId)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
