using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Limits the points that one person may move in a day without a different person. It counts adjustments, including approved ones, opening balances, and the value of tickets.</summary>
public sealed class PersonDailyLimit(IDailyPointsByPerson counts, IProgrammes programmes, IAlerts alerts)
{
    /// <summary>Returns the points that the person has moved today. The row is locked until the unit of work ends.</summary>
    public Task<DailyPointsByPerson> Today(string person, Moment now, CancellationToken cancellation) => counts.FindToCount(person, now.Today, cancellation);

    /// <summary>Returns the limits in force. A raised limit applies after a day, because otherwise one person could raise it and use it alone.</summary>
    public Task<AdjustmentLimits> Limits(Moment now, CancellationToken cancellation) => programmes.LowestAdjustmentLimits(now.Utc.AddDays(-1), cancellation);

    /// <summary>Counts the opening balances of new cards, or refuses them above the limit.</summary>
    /// <param name="caller">The caller who issues the cards.</param>
    /// <param name="points">The total.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<Problem?> CountOpening(Caller caller, Points points, Moment now, CancellationToken cancellation)
    {
        if (points.IsZero)
        {
            return null;
        }

        var (limit, moved) = ((await Limits(now, cancellation)).OfPerson, await Today(caller.Person, now, cancellation));
        if (moved.Exceeds(points, limit))
        {
            return new Problem(
                FailureKind.DailyLimitExceeded,
                $"openingBalance exceeds your daily limit of {limit} points: you have moved {moved.Total} today, and this request adds {points}. Issue the cards without opening balances and request adjustments, which a different person approves.",
                "openingBalance");
        }

        moved.Add(points);
        return null;
    }

    /// <summary>Counts points, or the value of tickets, that are not refused above the limit. An alert is raised instead.</summary>
    /// <param name="caller">The caller who creates the points.</param>
    /// <param name="points">The total.</param>
    /// <param name="callsAlways">Whether to raise the alert below the limit too.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task CountUnstopped(Caller caller, Points points, bool callsAlways, Moment now, CancellationToken cancellation)
    {
        if (points.IsZero)
        {
            return;
        }

        var (limit, moved) = ((await Limits(now, cancellation)).OfPerson, await Today(caller.Person, now, cancellation));
        if (callsAlways || moved.Exceeds(points, limit))
        {
            await alerts.Raise(AlertKind.PointsCreated, now.Utc, cancellation);
        }

        moved.Add(points);
    }
}
