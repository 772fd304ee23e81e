using System.Text.RegularExpressions;
using NLog.LayoutRenderers;
using NLog.LayoutRenderers.Wrappers;

namespace Jpos.Api.Logging;

/// <summary>
/// Implements <c>${mask-cards:inner=…}</c> of nlog.config. It masks 12 to 19 consecutive digits, as in a card number, except the first 6 and last 4 (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>). Types already print themselves masked; this is a second protection.
/// </summary>
[LayoutRenderer("mask-cards")]
public sealed partial class CardMask : WrapperLayoutRendererBase
{
    public static string Mask(string text) => CardLike().Replace(text, "$1******$2");

    protected override string Transform(string text) => Mask(text);

    [GeneratedRegex(@"(?<![0-9])([0-9]{6})[0-9]{2,9}([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CardLike();
}
