namespace Jpos.Domain.Programmes;

/// <summary>The points programme at one moment: its rules and its campaigns (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed record Programme
{
    public ProgrammeRules Rules { get; init; } = new();

    /// <summary>The programme version of the rules.</summary>
    public int Version { get; init; }

    /// <summary>The current and future campaigns. Each knows its own days.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Returns the points that pay an amount, rounded up to 2 decimal places.</summary>
    public Points PointsFor(Money amount) =>
        Points.FromHundredths(decimal.ToInt64(decimal.Ceiling(amount.Fen * 100m / Rules.PointValue.Fen)));

    /// <summary>Returns the points that would pay the face value of tickets, up to the largest amount.</summary>
    /// <param name="tickets">The face value of each, and its number of pieces.</param>
    public Points WorthOf(IEnumerable<(Money Face, long Pieces)> tickets)
    {
        var fen = tickets.Sum(ticket => (decimal)ticket.Face.Fen * ticket.Pieces);
        return Points.FromHundredths(decimal.ToInt64(decimal.Ceiling(decimal.Min(fen * 100m / Rules.PointValue.Fen, FieldRules.LargestAmount * 100m))));
    }

    /// <summary>Returns the value of points, rounded down to a fen.</summary>
    public Money ValueOf(Points points) => Money.FromFen(decimal.ToInt64(decimal.Floor(points.Hundredths * (decimal)Rules.PointValue.Fen / 100m)));

    /// <summary>Returns the campaign of a consume: the one with the highest multiplier of those that apply, and the oldest of equal ones. Null for none.</summary>
    /// <param name="store">The store of the consume.</param>
    /// <param name="grade">The member's grade.</param>
    /// <param name="day">The store's business day.</param>
    public Campaign? CampaignFor(StoreNumber store, Grade grade, DateOnly day) => Campaigns
        .Where(campaign => campaign.IsOnFor(store, grade, day))
        .OrderByDescending(campaign => campaign.Multiplier)
        .ThenBy(campaign => campaign.Id)
        .FirstOrDefault();

    /// <summary>Returns the award for cash: the grade's rate × the campaign's multiplier, rounded once.</summary>
    public Award AwardFor(Money cash, Grade grade, Campaign? campaign = null)
    {
        var rate = Rules.RateOf(grade);
        var multiplier = campaign?.Multiplier ?? 1m;
        return new Award(Round(cash.Fen * rate * multiplier), grade, rate, multiplier, campaign?.Id, Version);
    }

    /// <summary>Returns the newest last day of the points that an expiry run takes today.</summary>
    public DateOnly ExpiredThrough(DateOnly today) => today.AddDays(-1 - Rules.ExpiryGraceDays);

    /// <summary>Returns the last day of a gift made today.</summary>
    public DateOnly GiftExpiry(DateOnly today) => today.AddMonths(Rules.GiftValidMonths);

    private Points Round(decimal hundredths)
    {
        var step = Rules.GiftDecimals switch { 0 => 100m, 1 => 10m, _ => 1m };
        var steps = Rules.GiftRounding is Rounding.Nearest ? decimal.Round(hundredths / step, MidpointRounding.AwayFromZero) : decimal.Floor(hundredths / step);
        return Points.FromHundredths(decimal.ToInt64(steps * step));
    }
}
