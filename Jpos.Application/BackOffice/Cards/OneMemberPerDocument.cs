namespace Jpos.Application.BackOffice.Cards;

/// <summary>The rule that a document is one member's, for all acts that say which document a member has.</summary>
internal static class OneMemberPerDocument
{
    /// <summary>What a second member with the same document is told.</summary>
    public const string Reason = "There is a member with this document.";

    /// <summary>Returns why a member may not have a document; null if they may, or if nothing is said of one.</summary>
    /// <param name="members">All members.</param>
    /// <param name="document">The document.</param>
    /// <param name="member">The member's id; null for somebody new.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Problem?> RefuseDocument(this IMembers members, IdentityDocument? document, long? member, CancellationToken cancellation) =>
        document is not null && await members.Has(document, member, cancellation) ? new Problem(FailureKind.Conflict, Reason, "idNumber") : null;
}
