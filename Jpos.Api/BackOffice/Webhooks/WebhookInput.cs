using Jpos.Domain.Webhooks;

namespace Jpos.Api.BackOffice.Webhooks;

/// <summary>The fields of a subscription.</summary>
public sealed record WebhookInput
{
    /// <summary>The address that receives the events: https, on the public internet, at most 1000 letters.</summary>
    [Mandatory]
    public string? Url { get; init; }

    /// <summary>The names of the events, at least one.</summary>
    [Mandatory]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Whether events are sent; true if omitted.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>A description for people, at most 200 letters; empty if omitted.</summary>
    public string? Description { get; init; }

    internal SubscriptionProfile Read(FieldReader fields)
    {
        fields.Check("url", Url is { Length: <= SubscriptionProfile.LongestUrl }, Url is null ? FieldErrorText.Missing("url") : FieldErrorText.MustBe("url", $"at most {SubscriptionProfile.LongestUrl} characters"));
        Uri? url = null;
        fields.Check("url", Url is null || (Url.All(letter => letter is > ' ' and <= '~') && Uri.TryCreate(Url, UriKind.Absolute, out url)), FieldErrorText.MustBe("url", "a URL in visible ASCII characters, such as https://example.org/events"));
        var found = (Events ?? []).Select(EventNames.Find).ToList();
        fields.Check("events", found.Count > 0, FieldErrorText.MustBe("events", "a list of at least one event"));
        fields.Check("events", !found.Contains(null), FieldErrorText.MustBe("events", $"a list of events, each {FieldErrorText.OneOf(EventNames.All)}"));
        var description = fields.TextOrNone("description", Description, SubscriptionProfile.LongestDescription);
        return new SubscriptionProfile(url!, found.Aggregate(EventTypes.None, (all, one) => all | (one ?? EventTypes.None)), IsEnabled ?? true, description);
    }
}
