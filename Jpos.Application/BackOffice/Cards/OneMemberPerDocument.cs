namespace Jpos.Application.BackOffice.Cards;

/// <summary>The rule that a document belongs to one member, for all commands that set a member's document.</summary>
internal static class OneMemberPerDocument
{
    /// <summary>The error text for a second member with the same document.</summary>
    public const string Reason = "A member with this document already exists.";

    /// <summary>Returns why a member may not have a document; null if they may, or if no document is given.</summary>
    /// <param name="members">All members.</param>
    /// <param name="document">The document.</param>
    /// <param name="member">The member's id; null for a new member.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public static async Task<Problem?> RefuseDocument(this IMembers members, IdentityDocument? document, long? member, CancellationToken cancellation) =>
        document is not null && await members.Has(document, member, cancellation) ? new Problem(FailureKind.Conflict, Reason, "idNumber") : null;
}
