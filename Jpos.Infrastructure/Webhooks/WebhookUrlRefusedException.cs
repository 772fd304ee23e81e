namespace Jpos.Infrastructure.Webhooks;

/// <summary>A name leads to where nothing may be sent.</summary>
internal sealed class WebhookUrlRefusedException() : Exception("The name leads to this machine or to a private network.");
