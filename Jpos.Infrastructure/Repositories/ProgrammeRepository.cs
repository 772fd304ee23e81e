using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class ProgrammeRepository(JposDbContext db) : IProgrammes
{
    public Task<ProgrammeVersion> Newest(CancellationToken cancellation) => db.ProgrammeVersions.AsNoTracking().OrderByDescending(version => version.Number).FirstAsync(cancellation);

    public void Add(ProgrammeVersion version) => db.ProgrammeVersions.Add(version);

    public async Task<AdjustmentLimits> LowestAdjustmentLimits(DateTime since, CancellationToken cancellation)
    {
        var made = await db.ProgrammeVersions.AsNoTracking().Where(version => version.Since > since).ToListAsync(cancellation);
        var before = await db.ProgrammeVersions.AsNoTracking().Where(version => version.Since <= since).OrderByDescending(version => version.Number).Take(1).ToListAsync(cancellation);
        var rules = made.Concat(before).Select(version => version.Rules).ToList();
        return new AdjustmentLimits(rules.Min(one => one.AdjustmentLimit), rules.Min(one => one.AdjustmentLimitOfPerson));
    }

    public async Task<IReadOnlyList<ProgrammeVersion>> List(int? before, int most, CancellationToken cancellation) => await db.ProgrammeVersions.AsNoTracking()
        .Where(version => version.Number < (before ?? int.MaxValue))
        .OrderByDescending(version => version.Number)
        .Take(most)
        .ToListAsync(cancellation);
}
