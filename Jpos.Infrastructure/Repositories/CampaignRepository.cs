using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CampaignRepository(UnitOfWorkSession session) : ICampaigns
{
    public async Task<Campaign?> Find(long id, CancellationToken cancellation) => await (await session.Query<Campaign>(cancellation)).SingleOrDefaultAsync(campaign => campaign.Id == id, cancellation);

    public Task Add(Campaign campaign, CancellationToken cancellation) => session.Insert(campaign, cancellation);

    public async Task<IReadOnlyList<Campaign>> List(long? before, int most, CancellationToken cancellation) => await (await session.Query<Campaign>(cancellation)).AsNoTracking()
        .Where(campaign => campaign.Id < (before ?? long.MaxValue))
        .OrderByDescending(campaign => campaign.Id)
        .Take(most)
        .ToListAsync(cancellation);
}
