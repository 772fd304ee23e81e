namespace Jpos.Domain.Programmes;

/// <summary>The points programme at one moment: its rules and its campaigns (protocol §4).</summary>
public sealed record Programme
{
    public ProgrammeRules Rules { get; init; } = new();

    /// <summary>Which version of the rules these are.</summary>
    public int Version { get; init; }

    /// <summary>Those that are not over; each says itself when it is on.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>The points that pay an amount, rounded up to 2 places.</summary>
    public Points PointsFor(Money amount) =>
        Points.FromHundredths(decimal.ToInt64(decimal.Ceiling(amount.Fen * 100m / Rules.PointValue.Fen)));

    /// <summary>The points that would pay what tickets are worth, at most the highest amount that there is.</summary>
    /// <param name="tickets">The face of each, and how many pieces.</param>
    public Points WorthOf(IEnumerable<(Money Face, long Pieces)> tickets)
    {
        var fen = tickets.Sum(ticket => (decimal)ticket.Face.Fen * ticket.Pieces);
        return Points.FromHundredths(decimal.ToInt64(decimal.Ceiling(decimal.Min(fen * 100m / Rules.PointValue.Fen, FieldRules.LargestAmount * 100m))));
    }

    /// <summary>What points are worth, rounded down to a fen.</summary>
    public Money ValueOf(Points points) => Money.FromFen(decimal.ToInt64(decimal.Floor(points.Hundredths * (decimal)Rules.PointValue.Fen / 100m)));

    /// <summary>The campaign that a consume earns by: of those that are on for it, the one that gives most, and of such the oldest. Null for none.</summary>
    /// <param name="store">Where it is made.</param>
    /// <param name="grade">The member's.</param>
    /// <param name="day">The store's business day.</param>
    public Campaign? CampaignFor(StoreNumber store, Grade grade, DateOnly day) => Campaigns
        .Where(campaign => campaign.IsOnFor(store, grade, day))
        .OrderByDescending(campaign => campaign.Multiplier)
        .ThenBy(campaign => campaign.Id)
        .FirstOrDefault();

    /// <summary>What a member earns for cash: rate of the grade × the campaign's multiplier, rounded once.</summary>
    public Award AwardFor(Money cash, Grade grade, Campaign? campaign = null)
    {
        var rate = Rules.RateOf(grade);
        var multiplier = campaign?.Multiplier ?? 1m;
        return new Award(Round(cash.Fen * rate * multiplier), grade, rate, multiplier, campaign?.Id, Version);
    }

    /// <summary>Points whose last day is this one or before are taken by an expiry run today.</summary>
    public DateOnly ExpiredThrough(DateOnly today) => today.AddDays(-1 - Rules.ExpiryGraceDays);

    /// <summary>The last day of a gift made today.</summary>
    public DateOnly GiftExpiry(DateOnly today) => today.AddMonths(Rules.GiftValidMonths);

    private Points Round(decimal hundredths)
    {
        var step = Rules.GiftDecimals switch { 0 => 100m, 1 => 10m, _ => 1m };
        var steps = Rules.GiftRounding is Rounding.Nearest ? decimal.Round(hundredths / step, MidpointRounding.AwayFromZero) : decimal.Floor(hundredths / step);
        return Points.FromHundredths(decimal.ToInt64(steps * step));
    }
}
