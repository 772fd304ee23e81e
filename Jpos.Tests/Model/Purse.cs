namespace Jpos.Tests.Model;

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
