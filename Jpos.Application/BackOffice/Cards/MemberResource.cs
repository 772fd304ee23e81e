namespace Jpos.Application.BackOffice.Cards;

/// <summary>The resource of members. A change applies to all cards of the member.</summary>
public sealed class MemberResource(IMembers members, ISecurityModule security, INumberSequence numbers, CommandAudit audit) : Resource<Member, MemberProfile, MemberView>(members, audit)
{
    protected override Member Create(MemberProfile profile) => new(numbers.Next(), profile);

    protected override void Change(Member row, MemberProfile profile) => row.Change(profile);

    protected override MemberView View(Member row) => MemberView.Of(row, security);

    protected override Task<Problem?> Prepare(MemberProfile profile, Member? row, CancellationToken cancellation) => members.RefuseDocument(profile.Document, row?.Id, cancellation);
}
