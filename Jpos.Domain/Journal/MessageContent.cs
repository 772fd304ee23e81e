namespace Jpos.Domain.Journal;

/// <summary>
/// What makes two messages with one key the same message: its operation and the fields below, normalised. PINs, tracks, times and unknown fields are not content (protocol §3).
/// </summary>
public sealed class MessageContent
{
    private readonly SortedDictionary<ContentField, string> fields = [];

    /// <summary>The fields that were sent, in a fixed order, each in one normal spelling.</summary>
    public IReadOnlyDictionary<ContentField, string> Fields => fields;

    /// <summary>Adds a field; one that was not sent adds nothing.</summary>
    public MessageContent With(ContentField field, object? value)
    {
        if (value is not null)
        {
            fields.Add(field, value.ToString()!);
        }

        return this;
    }
}
