namespace Jpos.Infrastructure.Webhooks;

/// <summary>Reports a name that resolves to an address to which no event may be sent.</summary>
internal sealed class WebhookUrlRefusedException() : Exception("The name leads to this machine or to a private network.");
