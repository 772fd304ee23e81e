using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface IPointAdjustments
{
    /// <summary>Returns an adjustment; null if it does not exist.</summary>
    Task<PointAdjustment?> Find(long id, CancellationToken cancellation);

    /// <summary>Adds an adjustment.</summary>
    void Add(PointAdjustment adjustment);

    /// <summary>Passes all adjustments of an account to the one that it is merged into.</summary>
    Task Move(PointAccount from, PointAccount into, CancellationToken cancellation);

    /// <summary>Returns the points that a single person moved on an account on a day, as the sum of added and taken points.</summary>
    Task<Points> MovedAlone(long accountId, DateOnly day, CancellationToken cancellation);

    /// <param name="accountId">Only rows of this account; null for all.</param>
    /// <param name="state">Only rows in this state; null for all.</param>
    /// <param name="lapsedUpTo">The time up to which waiting adjustments have expired, UTC.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<PointAdjustment>> List(long? accountId, AdjustmentState? state, DateTime lapsedUpTo, PageRequest<PointAdjustment> pageRequest, CancellationToken cancellation);
}
