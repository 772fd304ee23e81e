namespace Jpos.Tests.Model;

/// <summary>A batch of a terminal.</summary>
internal sealed class Period(int number, DateTimeOffset opened)
{
    public int Number { get; } = number;

    public DateTimeOffset Opened { get; } = opened;

    public Expected? Settled { get; set; }
}
