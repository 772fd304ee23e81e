using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Repositories;

internal sealed class MemberRepository(UnitOfWorkSession session) : ResourceRepository<Member>(session), IMembers
{
    public async Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        return await (await Session.Query<Member>(cancellation)).Where(member => EF.Parameter(named).Contains(member.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyCollection<IdentityDocument>> Known(IReadOnlyCollection<IdentityDocument> documents, CancellationToken cancellation)
    {
        var numbers = documents.Select(document => document.Number.Value).Distinct().ToArray();
        var found = await (await Session.Query<Member>(cancellation)).Where(member => EF.Parameter(numbers).Contains(member.IdNumber)).Select(member => new { member.IdType, member.IdNumber }).ToListAsync(cancellation);
        var known = found.Select(member => (member.IdType, member.IdNumber)).ToHashSet();
        return [.. documents.Where(document => known.Contains((document.Type.Value, document.Number.Value)))];
    }

    public async Task<bool> Has(IdentityDocument document, long? except, CancellationToken cancellation)
    {
        var (type, number) = (document.Type.Value, document.Number.Value);
        return await (await Session.Query<Member>(cancellation)).AnyAsync(member => member.IdNumber == number && member.IdType == type && member.Id != (except ?? 0), cancellation);
    }

    public async Task<bool> IsAnothers(IdentityDocument document, long? member, CancellationToken cancellation)
    {
        await Session.Lock(RowLocks.OfDocuments, cancellation);

        return await Has(document, member, cancellation);
    }

    public Task Add(IReadOnlyCollection<Member> members, CancellationToken cancellation) => Session.InsertAll(members, cancellation);

    public async Task<IReadOnlyList<Member>> List(MobileNumber? mobile, PageRequest<Member> pageRequest, CancellationToken cancellation)
    {
        var found = (await Session.Query<Member>(cancellation)).AsNoTracking();
        found = mobile is null ? found : found.Where(member => member.MobileNumber == mobile.Value);
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }
}
