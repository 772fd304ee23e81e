namespace Jpos.Domain.Limits;

/// <summary>
/// The number of messages from one address that admission refused recently: unknown store or terminal, wrong MAC (<see href="docs/protocol.md#2-response-codes">protocol §2</see> rows 2 to 5, <see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>). Above the limit, all refused messages get one code, so guessing teaches nothing. Terminals that sign or are known at the address are still admitted, so nobody can lock them out.
/// </summary>
public sealed class AddressFailures
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private AddressFailures()
    {
    }

    public AddressFailures(string address, DateTime now)
    {
        Address = address;
        Since = now;
    }

    /// <summary>An IPv4 address, or the first half of an IPv6 address, because a subscriber gets a whole such range.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The time of the first of them, UTC.</summary>
    public DateTime Since { get; private set; }

    public int Count { get; private set; }

    /// <summary>Returns the end of the block, UTC; null if the address is not blocked.</summary>
    /// <param name="most">The limit within 10 minutes.</param>
    /// <param name="now">The instant, UTC.</param>
    public DateTime? BlockedUntil(int most, DateTime now) => Count >= most && now < Since + Window ? Since + Window : null;

    /// <summary>Counts a failure.</summary>
    public void RecordFailure(DateTime now)
    {
        if (now >= Since + Window)
        {
            (Since, Count) = (now, 0);
        }

        Count++;
    }
}
