namespace Jpos.Application.Ports;

public interface IMembers : IResources<Member>
{
    /// <summary>Returns those of some ids that belong to members.</summary>
    Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Returns those of some documents that belong to members.</summary>
    Task<IReadOnlyCollection<IdentityDocument>> Known(IReadOnlyCollection<IdentityDocument> documents, CancellationToken cancellation);

    /// <summary>Returns whether a member has a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="except">The member to exclude; null for a new member.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<bool> Has(IdentityDocument document, long? except, CancellationToken cancellation);

    /// <summary>Returns whether another member has a document. The check is serialized: until the unit of work ends, no other unit gives the document to a member.</summary>
    /// <param name="document">The document.</param>
    /// <param name="member">The member who is to have the document; null for a new member.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<bool> IsAnothers(IdentityDocument document, long? member, CancellationToken cancellation);

    /// <summary>Adds members. Afterwards they have their ids.</summary>
    Task Add(IReadOnlyCollection<Member> members, CancellationToken cancellation);

    /// <param name="mobile">Only rows with this mobile; null for all.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Member>> List(MobileNumber? mobile, PageRequest<Member> pageRequest, CancellationToken cancellation);
}
