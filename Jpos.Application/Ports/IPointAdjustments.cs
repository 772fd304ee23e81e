using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface IPointAdjustments
{
    /// <summary>Null if there is none.</summary>
    Task<PointAdjustment?> Find(long id, CancellationToken cancellation);

    /// <summary>Adds an adjustment. It has its id afterwards.</summary>
    Task Add(PointAdjustment adjustment, CancellationToken cancellation);

    /// <summary>The points that single persons moved on a card on a day, added and taken ones together.</summary>
    Task<Points> MovedAlone(long cardId, DateOnly day, CancellationToken cancellation);

    /// <param name="cardId">Only those of this card; null for all.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="lapsedUpTo">What was asked for up to then, UTC, has lapsed, if it still waits.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<PointAdjustment>> List(long? cardId, AdjustmentState? state, DateTime lapsedUpTo, PageRequest<PointAdjustment> pageRequest, CancellationToken cancellation);
}
