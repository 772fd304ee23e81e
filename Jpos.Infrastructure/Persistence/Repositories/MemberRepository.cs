using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class MemberRepository(JposDbContext db) : IMembers
{
    public Task<Member?> Find(long id, CancellationToken cancellation) => db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellation);

    public async Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        return await db.Members.Where(member => EF.Parameter(named).Contains(member.Id)).ToListAsync(cancellation);
    }

    public async Task Add(Member member, CancellationToken cancellation)
    {
        db.Members.Add(member);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<Member>> List(MobileNumber? mobile, Slice<Member> slice, CancellationToken cancellation)
    {
        var found = db.Members.AsNoTracking();
        found = mobile is null ? found : found.Where(member => member.MobileNumber == mobile.Value);
        return await found.In(slice).ToListAsync(cancellation);
    }
}
