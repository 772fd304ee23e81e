namespace Jpos.Domain.Limits;

/// <summary>
/// How many messages from one address were refused at the door lately: an unknown store or terminal, a MAC that is not right (protocol §2 rows 2 to 5, §9). With too many, all that is refused gets the same answer, so that guessing teaches nothing, and only terminals that are at home there or sign their messages come in: nobody can push those out.
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

    /// <summary>An IPv4 address, or the first half of an IPv6 address, which is what a subscriber gets.</summary>
    public string Address { get; private set; } = "";

    /// <summary>When the first of them was.</summary>
    public DateTime Since { get; private set; }

    public int Count { get; private set; }

    /// <summary>Until when so many are taken for guessing, UTC; null if they are not.</summary>
    /// <param name="most">How many there may be within 10 minutes.</param>
    /// <param name="now">The instant, UTC.</param>
    public DateTime? BlockedUntil(int most, DateTime now) => Count >= most && now < Since + Window ? Since + Window : null;

    /// <summary>Counts another one.</summary>
    public void RecordFailure(DateTime now)
    {
        if (now >= Since + Window)
        {
            (Since, Count) = (now, 0);
        }

        Count++;
    }
}
