namespace Jpos.Tests.Model;

internal enum State
{
    Stands,
    Reversed,
    Cancelled,
    Refunded,
}

/// <summary>Points that came together; or, without a date, what the card owes.</summary>
internal sealed class Heap(DateOnly? until, Period? waitsFor, decimal has)
{
    public DateOnly? Until { get; } = until;

    public Period? WaitsFor { get; } = waitsFor;

    public decimal Has { get; set; } = has;

    /// <summary>A large gift on which nobody has decided.</summary>
    public bool IsHeld { get; set; }
}

internal sealed class Coupon(long id, string type, decimal face, int left, DateOnly until)
{
    public long Id { get; } = id;

    public string Type { get; } = type;

    public decimal Face { get; } = face;

    public DateOnly Until { get; } = until;

    public int Left { get; set; } = left;
}

/// <summary>A card, with what is on it and whose it is.</summary>
internal sealed class Purse(decimal rate)
{
    public decimal Rate { get; } = rate;

    /// <summary>False for a card that is only issued.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Its product asks for a PIN to spend, and it has none.</summary>
    public bool LacksPin { get; set; }

    public string Mobile { get; set; } = "";

    /// <summary>Null if none is known.</summary>
    public Identity? Identity { get; set; }

    /// <summary>The day of its newest gift, and all gifts of that day.</summary>
    public DateOnly? GiftsOn { get; set; }

    public decimal GiftsOfDay { get; set; }

    public List<Heap> Heaps { get; } = [];

    public List<Coupon> Coupons { get; } = [];

    public decimal Balance => Heaps.Sum(heap => heap.Has);
}

/// <summary>A batch of a terminal.</summary>
internal sealed class Period(int number, DateTimeOffset opened)
{
    public int Number { get; } = number;

    public DateTimeOffset Opened { get; } = opened;

    public Expected? Settled { get; set; }
}

/// <summary>One message that got an answer for good.</summary>
internal sealed class Entry(Told told, Period period, DateOnly day)
{
    public Told Told { get; } = told;

    public Period Period { get; } = period;

    public DateOnly Day { get; } = day;

    /// <summary>What it undid; null if it undid nothing.</summary>
    public Entry? Undoes { get; set; }

    public bool IsReversal { get; init; }

    public Expected Answer { get; set; } = new("");

    public bool Approved => Answer.Status == "00";

    public State State { get; set; }

    /// <summary>As the host numbered it.</summary>
    public string Serial { get; set; } = "";

    public decimal Yuan { get; set; }

    public decimal Cash { get; set; }

    public decimal Used { get; set; }

    public decimal Gift { get; set; }

    public decimal Face { get; set; }

    /// <summary>Its gift, if that was a large one.</summary>
    public Heap? Held { get; set; }

    /// <summary>What of its gift the back office took back.</summary>
    public decimal Refused { get; set; }

    /// <summary>What it and all that undid it, or undid that, has moved: by heap, and whether as a gift or as payment.</summary>
    public Dictionary<(Heap Heap, bool Gift), decimal> Moved { get; } = [];

    public Dictionary<Coupon, int> Pieces { get; } = [];
}

/// <summary>A key of protocol §3: the message and its reversal.</summary>
internal sealed class Slot
{
    public Entry? Original { get; set; }

    public Expected? Reversal { get; set; }

    public string ReversalContent { get; set; } = "";
}
