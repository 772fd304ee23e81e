using Jpos.Domain.Programmes;

namespace Jpos.Infrastructure.Repositories;

internal sealed class ProgrammeRepository(UnitOfWorkSession session) : IProgrammes
{
    public async Task<ProgrammeVersion> Newest(CancellationToken cancellation) => await (await session.Query<ProgrammeVersion>(cancellation)).AsNoTracking().OrderByDescending(version => version.Number).FirstAsync(cancellation);

    public void Add(ProgrammeVersion version) => session.Add(version);

    public async Task<AdjustmentLimits> LowestAdjustmentLimits(DateTime since, CancellationToken cancellation)
    {
        var made = await (await session.Query<ProgrammeVersion>(cancellation)).AsNoTracking().Where(version => version.Since > since).ToListAsync(cancellation);
        var before = await (await session.Query<ProgrammeVersion>(cancellation)).AsNoTracking().Where(version => version.Since <= since).OrderByDescending(version => version.Number).Take(1).ToListAsync(cancellation);
        var rules = made.Concat(before).Select(version => version.Rules).ToList();
        return new AdjustmentLimits(rules.Min(one => one.AdjustmentLimit), rules.Min(one => one.AdjustmentLimitOfPerson));
    }

    public async Task<IReadOnlyList<ProgrammeVersion>> List(int? before, int most, CancellationToken cancellation) => await (await session.Query<ProgrammeVersion>(cancellation)).AsNoTracking()
        .Where(version => version.Number < (before ?? int.MaxValue))
        .OrderByDescending(version => version.Number)
        .Take(most)
        .ToListAsync(cancellation);
}
