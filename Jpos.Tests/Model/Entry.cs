namespace Jpos.Tests.Model;

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
