namespace Jpos.Domain.Protocol;

/// <summary>The third track of the magnetic stripe, <c>track3</c>: up to 104 digits, <c>=</c> and <c>D</c> (<see href="docs/protocol.md#1-transport">protocol §1</see>). It is never stored or printed (<see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>).</summary>
[TextForm("1 to 104 digits, = or D")]
public sealed record Track3
{
    private Track3()
    {
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Track3? track)
    {
        track = text is { Length: > 0 and <= 104 } && text.All(character => char.IsAsciiDigit(character) || character is '=' or 'D' or 'd') ? new Track3() : null;
        return track is not null;
    }

    public override string ToString() => "***";
}
