namespace Jpos.Domain.Webhooks;

/// <summary>A webhook: an address, the events that it wants, and the secret with which the receiver verifies this host.</summary>
public sealed class Subscription
{
    /// <summary>The largest number of subscriptions. Each event is delivered to each of them that wants it.</summary>
    public const int Most = 20;

    /// <summary>The time in which deliveries are also signed with the previous secret, so that a receiver can change to the new one.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    private Subscription()
    {
    }

    /// <param name="id">Its id, unique in the host.</param>
    /// <param name="profile">Its fields.</param>
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

    /// <summary>The secret for signatures, under the host key.</summary>
    public byte[] WrappedSecret { get; private set; } = [];

    /// <summary>The previous secret, under the host key; empty if there was none.</summary>
    public byte[] WrappedFormerSecret { get; private set; } = [];

    /// <summary>Until when the previous secret also signs, UTC; null if there is none.</summary>
    public DateTime? FormerSecretUntil { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The time at which the receiver reported that it is permanently gone, UTC; null if it has not since the last change of the subscription.</summary>
    public DateTime? DisabledAt { get; private set; }

    public void Change(SubscriptionProfile profile)
    {
        Url = profile.Url;
        Events = profile.Events;
        IsEnabled = profile.IsEnabled;
        Description = profile.Description;
        DisabledAt = null;
    }

    /// <summary>Returns whether the previous secret still signs. Then a third secret must not replace it, because the receiver may not have the newest one yet.</summary>
    public bool IsChangingOver(DateTime now) => now < FormerSecretUntil;

    /// <summary>Sets a new secret. The previous one also signs for a while.</summary>
    public void ChangeSecret(byte[] wrapped, DateTime now)
    {
        (WrappedFormerSecret, FormerSecretUntil) = (WrappedSecret, now + SecretOverlap);
        WrappedSecret = wrapped;
    }

    /// <summary>Returns the secrets that sign at a moment, the newest first.</summary>
    public IEnumerable<byte[]> SecretsAt(DateTime now) => IsChangingOver(now) ? [WrappedSecret, WrappedFormerSecret] : [WrappedSecret];

    /// <summary>Disables it because the receiver is gone. Nothing is sent until somebody enables it again.</summary>
    public void Disable(DateTime now)
    {
        IsEnabled = false;
        DisabledAt = now;
    }

    /// <summary>Stores the same secrets under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrapped, byte[] wrappedFormer)
    {
        WrappedSecret = wrapped;
        WrappedFormerSecret = wrappedFormer;
    }
}
