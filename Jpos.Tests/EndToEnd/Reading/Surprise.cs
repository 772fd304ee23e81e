using System.Globalization;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>An answer that breaks the rule: refused by name, or taken in its documented form.</summary>
internal sealed record Surprise(BoundPlace Place, string Sent, string Answer)
{
    public override string ToString() => $"{Place} <- {Shown(Sent)}: {Answer[..Math.Min(Answer.Length, 300)]}";

    private static string Shown(string text) =>
        string.Concat(text.Take(80).Select(unit => unit is >= ' ' and <= '~' ? unit.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")));
}
