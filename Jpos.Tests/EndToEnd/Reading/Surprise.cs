namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>An answer that breaks the rule: refused by name, or taken in its documented form.</summary>
internal sealed record Surprise(BoundPlace Place, string Sent, string Answer)
{
    public override string ToString() => $"{Place} <- {Sent[..Math.Min(Sent.Length, 60)]}: {Answer[..Math.Min(Answer.Length, 300)]}";
}
