using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>What one person may move in a day without a different person: adjustments, those that a different person approved too, opening balances and the worth of tickets count together.</summary>
public sealed class PersonDailyLimit(IDailyPointsByPerson counts, IProgrammes programmes, IAlerts alerts)
{
    /// <summary>What the person moved today. It is locked until the unit of work ends.</summary>
    public Task<DailyPointsByPerson> Today(string person, Moment now, CancellationToken cancellation) => counts.FindToCount(person, now.Today, cancellation);

    /// <summary>The limits that count now. Who raises a limit waits a day before it helps them: else one person would be enough for everything.</summary>
    public Task<AdjustmentLimits> Limits(Moment now, CancellationToken cancellation) => programmes.LowestAdjustmentLimits(now.Utc.AddDays(-1), cancellation);

    /// <summary>Counts points that new cards bring along, or refuses them.</summary>
    /// <param name="caller">Who issues the cards.</param>
    /// <param name="points">All of them together.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellation">Gives up.</param>
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
                FailureKind.Forbidden,
                $"openingBalance is over your limit: one person may move {limit} points a day, you have moved {moved.Total}, and this is {points}. Issue the cards without opening balances and request adjustments, which a different person approves.",
                "openingBalance");
        }

        moved.Add(points);
        return null;
    }

    /// <summary>Counts points, or what tickets are worth, that are not stopped at the limit: the back office is called instead.</summary>
    /// <param name="caller">Who makes them.</param>
    /// <param name="points">All of them together.</param>
    /// <param name="callsAlways">The back office is called below the limit too.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellation">Gives up.</param>
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
