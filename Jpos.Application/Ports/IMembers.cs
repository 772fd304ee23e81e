namespace Jpos.Application.Ports;

public interface IMembers : IResources<Member>
{
    /// <summary>Those of some ids that are a member's.</summary>
    Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Those of some documents that are a member's.</summary>
    Task<IReadOnlyCollection<IdentityDocument>> Known(IReadOnlyCollection<IdentityDocument> documents, CancellationToken cancellation);

    /// <summary>Returns whether somebody has a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="except">Who is asked for; null for somebody new.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<bool> Has(IdentityDocument document, long? except, CancellationToken cancellation);

    /// <summary>Returns whether another member has a document, as far as this unit of work and those before it go: until it ends, no other one gives the document to somebody.</summary>
    /// <param name="document">The document.</param>
    /// <param name="member">Whom it is asked for; null for somebody new.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<bool> IsAnothers(IdentityDocument document, long? member, CancellationToken cancellation);

    /// <summary>Adds members. They have their ids afterwards.</summary>
    Task Add(IReadOnlyCollection<Member> members, CancellationToken cancellation);

    /// <param name="mobile">Only those with this mobile; null for all.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Member>> List(MobileNumber? mobile, PageRequest<Member> pageRequest, CancellationToken cancellation);
}
