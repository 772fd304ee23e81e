using System.Text.RegularExpressions;
using NLog.LayoutRenderers;
using NLog.LayoutRenderers.Wrappers;

namespace Jpos.Api.Logging;

/// <summary>
/// <c>${mask-cards:inner=…}</c> in nlog.config: 12 to 19 digits in a row, as a card number has, keep their first 6 and last 4 (protocol §9). Types that print masked come first; this is the net under them.
/// </summary>
[LayoutRenderer("mask-cards")]
public sealed partial class CardMask : WrapperLayoutRendererBase
{
    public static string Mask(string text) => CardLike().Replace(text, "$1******$2");

    protected override string Transform(string text) => Mask(text);

    [GeneratedRegex(@"(?<![0-9])([0-9]{6})[0-9]{2,9}([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CardLike();
}
