using Jpos.Domain;
using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PointAdjustmentRepository(UnitOfWorkSession session) : IPointAdjustments
{
    public async Task<PointAdjustment?> Find(long id, CancellationToken cancellation) => await (await session.Query<PointAdjustment>(cancellation)).SingleOrDefaultAsync(adjustment => adjustment.Id == id, cancellation);

    public Task Add(PointAdjustment adjustment, CancellationToken cancellation) => session.Insert(adjustment, cancellation);

    public async Task<Points> MovedAlone(long cardId, DateOnly day, CancellationToken cancellation) =>
        (await (await session.Query<PointAdjustment>(cancellation)).AsNoTracking()
            .Where(adjustment => adjustment.CardId == cardId && adjustment.Day == day && adjustment.State == AdjustmentState.Applied && adjustment.DecidedBy == null)
            .Select(adjustment => adjustment.Points)
            .ToListAsync(cancellation))
        .Select(points => points.Abs()).Sum();

    public async Task<IReadOnlyList<PointAdjustment>> List(long? cardId, AdjustmentState? state, DateTime lapsedUpTo, PageRequest<PointAdjustment> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<PointAdjustment>(cancellation)).AsNoTracking();
        found = cardId is null ? found : found.Where(adjustment => adjustment.CardId == cardId);
        found = state switch
        {
            null => found,
            AdjustmentState.Pending => found.Where(adjustment => adjustment.State == AdjustmentState.Pending && adjustment.RequestedAt > lapsedUpTo),
            AdjustmentState.Expired => found.Where(adjustment => adjustment.State == AdjustmentState.Pending && adjustment.RequestedAt <= lapsedUpTo),
            _ => found.Where(adjustment => adjustment.State == state),
        };
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }
}
