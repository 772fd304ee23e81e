using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CampaignRepository(JposDbContext db) : ICampaigns
{
    public Task<Campaign?> Find(long id, CancellationToken cancellation) => db.Campaigns.SingleOrDefaultAsync(campaign => campaign.Id == id, cancellation);

    public async Task Add(Campaign campaign, CancellationToken cancellation)
    {
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<Campaign>> List(long? before, int most, CancellationToken cancellation) => await db.Campaigns.AsNoTracking()
        .Where(campaign => campaign.Id < (before ?? long.MaxValue))
        .OrderByDescending(campaign => campaign.Id)
        .Take(most)
        .ToListAsync(cancellation);
}
