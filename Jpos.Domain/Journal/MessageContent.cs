namespace Jpos.Domain.Journal;

/// <summary>
/// The content by which a message is compared with another of the same key: the fields below, normalized. PINs, tracks, times and unknown fields do not count (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).
/// </summary>
public sealed class MessageContent
{
    private readonly SortedDictionary<ContentField, string> fields = [];

    /// <summary>The fields that were sent, in a fixed order, each in one spelling.</summary>
    public IReadOnlyDictionary<ContentField, string> Fields => fields;

    /// <summary>Adds a field, if it was sent.</summary>
    public MessageContent With(ContentField field, object? value)
    {
        if (value is not null)
        {
            fields.Add(field, value.ToString()!);
        }

        return this;
    }
}
