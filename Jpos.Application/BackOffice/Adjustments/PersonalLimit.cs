using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>What one person may move in a day without a different person: adjustments, opening balances and the worth of tickets count together.</summary>
public sealed class PersonalLimit(IPointsByPerson counts, IProgrammes programmes)
{
    /// <summary>What the person moved today. It is locked until the unit of work ends.</summary>
    public Task<PointsByPerson> Today(Caller caller, Moment now, CancellationToken cancellation) => counts.FindToCount(caller.Person, now.Today, cancellation);

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

        var (limit, moved) = ((await Limits(now, cancellation)).OfPerson, await Today(caller, now, cancellation));
        if (moved.Exceeds(points, limit))
        {
            return new Problem(
                Failure.Forbidden,
                $"openingBalance is over your limit: one person may move {limit} points a day, you have moved {moved.Moved}, and this is {points}. Issue the cards without opening balances and request adjustments, which a different person approves.",
                "openingBalance");
        }

        moved.Count(points);
        return null;
    }
}
