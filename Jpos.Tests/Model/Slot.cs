namespace Jpos.Tests.Model;

/// <summary>A key of protocol §3: the message and its reversal.</summary>
internal sealed class Slot
{
    public Entry? Original { get; set; }

    public Expected? Reversal { get; set; }

    public string ReversalContent { get; set; } = "";
}
