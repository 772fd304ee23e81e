using Jpos.Domain;
using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PointAdjustmentRepository(UnitOfWorkSession session) : IPointAdjustments
{
    public async Task<PointAdjustment?> Find(long id, CancellationToken cancellation) => await (await session.Query<PointAdjustment>(cancellation)).SingleOrDefaultAsync(adjustment => adjustment.Id == id, cancellation);

    public void Add(PointAdjustment adjustment) => session.Add(adjustment);

    public async Task Move(PointAccount from, PointAccount into, CancellationToken cancellation)
    {
        foreach (var adjustment in await (await session.Query<PointAdjustment>(cancellation)).Where(adjustment => adjustment.AccountId == from.Id).ToListAsync(cancellation))
        {
            adjustment.MoveTo(into.Id);
        }
    }

    public async Task<Points> MovedAlone(long accountId, DateOnly day, CancellationToken cancellation) =>
        (await (await session.Query<PointAdjustment>(cancellation)).AsNoTracking()
            .Where(adjustment => adjustment.AccountId == accountId && adjustment.Day == day && adjustment.State == AdjustmentState.Applied && adjustment.DecidedBy == null)
            .Select(adjustment => adjustment.Points)
            .ToListAsync(cancellation))
        .Select(points => points.Abs()).Sum();

    public async Task<IReadOnlyList<PointAdjustment>> List(long? accountId, AdjustmentState? state, DateTime lapsedUpTo, PageRequest<PointAdjustment> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<PointAdjustment>(cancellation)).AsNoTracking();
        found = accountId is null ? found : found.Where(adjustment => adjustment.AccountId == accountId);
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
