using System.Globalization;
using System.Text;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>The signature of Standard Webhooks, version 1: HMAC-SHA-256 over id, time and body.</summary>
internal static class Signature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string Header = "webhook-signature";

    /// <param name="key">The secret.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="seconds">The time of sending, in Unix seconds.</param>
    /// <param name="body">The body.</param>
    public static string Of(IHashKey key, string id, long seconds, string body) =>
        $"v1,{Convert.ToBase64String(key.Hash(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}"))))}";
}
