using System.Security.Cryptography;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Secrets in the form of Standard Webhooks: <c>whsec_</c> and the key in base64.</summary>
internal sealed class WebhookEndpoints(WebhookUrlPolicy webhookUrlPolicy, IKeyVault vault) : IWebhookEndpoints
{
    public string? Refuse(Uri url) => webhookUrlPolicy.Validate(url);

    public (string Secret, byte[] Wrapped) MakeSecret(long subscriptionId)
    {
        var key = RandomNumberGenerator.GetBytes(IKeyVault.HashKeyLength);
        try
        {
            return ($"whsec_{Convert.ToBase64String(key)}", vault.WrapHashKey(key, KeyOwners.WebhookSecret(subscriptionId)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
