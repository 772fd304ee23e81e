namespace Jpos.Domain.Journal;

/// <summary>
/// The content of a message as the journal stores it: a keyed hash for each field. Later messages can be compared field by field, and nobody can read the values (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).
/// </summary>
public sealed record Fingerprint
{
    private readonly Dictionary<ContentField, string> hashes;

    private Fingerprint(string text)
    {
        Text = text;
        hashes = text.Length == 0
            ? []
            : text.Split(';').Select(part => part.Split(':')).ToDictionary(
                part => (ContentField)int.Parse(part[0], System.Globalization.CultureInfo.InvariantCulture),
                part => part[1]);
    }

    /// <summary>The stored form: <c>field:hash</c>, joined by semicolons, in the order of the fields.</summary>
    public string Text { get; }

    public static Fingerprint Of(string text) => new(text);

    /// <param name="content">The content.</param>
    /// <param name="hash">A keyed hash that depends on the field.</param>
    public static Fingerprint Of(MessageContent content, Func<ContentField, string, string> hash) =>
        new(string.Join(';', content.Fields.Select(field => $"{(int)field.Key}:{hash(field.Key, field.Value)}")));

    /// <summary>Returns whether the cards are the same.</summary>
    public bool HasCardOf(Fingerprint original) => Same(ContentField.Card, original);

    /// <summary>Returns whether the amounts, lines and references of this reversal are those of its original. A field that the reversal left out is not compared (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
    public bool Repeats(Fingerprint original) => Compared.All(field => !hashes.ContainsKey(field) || Same(field, original));

    public bool Equals(Fingerprint? other) => Text == other?.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "***";

    private static readonly ContentField[] Compared =
    [
        ContentField.PointAmount,
        ContentField.CashAmount,
        ContentField.Lines,
        ContentField.OriginalBatch,
        ContentField.OriginalTrace,
        ContentField.OriginalSerial,
        ContentField.OriginalDate,
        ContentField.OriginalRegisterTrace,
    ];

    private bool Same(ContentField field, Fingerprint original) => hashes.GetValueOrDefault(field) == original.hashes.GetValueOrDefault(field);
}
