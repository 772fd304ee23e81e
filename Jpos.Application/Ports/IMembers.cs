using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface IMembers
{
    /// <summary>Null if there is none.</summary>
    Task<Member?> Find(long id, CancellationToken cancellation);

    /// <summary>Those of some ids that are a member's.</summary>
    Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Adds a member. They have their id afterwards.</summary>
    Task Add(Member member, CancellationToken cancellation);

    /// <summary>Sorted by id.</summary>
    /// <param name="after">Those with higher ids; null for the first.</param>
    /// <param name="mobile">Only those with this mobile; null for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Member>> List(long? after, MobileNumber? mobile, int most, CancellationToken cancellation);
}
