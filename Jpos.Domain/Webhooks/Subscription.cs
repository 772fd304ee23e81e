namespace Jpos.Domain.Webhooks;

/// <summary>Somebody who wants to be told of events: where, of which, and the key by which they know that it is this host that tells them.</summary>
public sealed class Subscription
{
    /// <summary>How many there may be: each event is delivered to each of them that wants it.</summary>
    public const int Most = 20;

    /// <summary>How long what is sent is signed with the secret before the newest one too, so that a receiver can change over.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    private Subscription()
    {
    }

    /// <param name="id">Unique in the host.</param>
    /// <param name="profile">What is said of it.</param>
    /// <param name="wrappedSecret">Its secret under the host key.</param>
    /// <param name="now">When, UTC.</param>
    public Subscription(long id, SubscriptionProfile profile, byte[] wrappedSecret, DateTime now)
    {
        Id = id;
        WrappedSecret = wrappedSecret;
        CreatedAt = now;
        Change(profile);
    }

    public long Id { get; private set; }

    public Uri Url { get; private set; } = null!;

    public EventTypes Events { get; private set; }

    public bool IsEnabled { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>What signs, under the host key.</summary>
    public byte[] WrappedSecret { get; private set; } = [];

    /// <summary>What signed before it, under the host key; empty if nothing did.</summary>
    public byte[] WrappedFormerSecret { get; private set; } = [];

    /// <summary>Until when the former secret signs too, UTC; null if there is none.</summary>
    public DateTime? FormerSecretUntil { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the receiver said that it is gone for good, UTC; null if it did not since somebody last changed the subscription.</summary>
    public DateTime? DisabledAt { get; private set; }

    public void Change(SubscriptionProfile profile)
    {
        Url = profile.Url;
        Events = profile.Events;
        IsEnabled = profile.IsEnabled;
        Description = profile.Description;
        DisabledAt = null;
    }

    /// <summary>The receiver may not have the newest secret yet: what it has is not to be dropped for a third.</summary>
    public bool IsChangingOver(DateTime now) => now < FormerSecretUntil;

    /// <summary>A new secret signs from now on, and for a while the one that there was.</summary>
    public void ChangeSecret(byte[] wrapped, DateTime now)
    {
        (WrappedFormerSecret, FormerSecretUntil) = (WrappedSecret, now + SecretOverlap);
        WrappedSecret = wrapped;
    }

    /// <summary>What signs at a moment, the newest first.</summary>
    public IEnumerable<byte[]> SecretsAt(DateTime now) => IsChangingOver(now) ? [WrappedSecret, WrappedFormerSecret] : [WrappedSecret];

    /// <summary>The receiver is gone: nothing is sent until somebody enables the subscription again.</summary>
    public void Disable(DateTime now)
    {
        IsEnabled = false;
        DisabledAt = now;
    }

    /// <summary>The same secrets under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrapped, byte[] wrappedFormer)
    {
        WrappedSecret = wrapped;
        WrappedFormerSecret = wrappedFormer;
    }
}
