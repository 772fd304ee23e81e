using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Changes what is known of a member, for all their cards, from the next message on.</summary>
public sealed record ChangeMember(long Id, MemberProfile Profile) : Command<MemberView>
{
    public override bool ChangesIdentityDocument => Profile.Document is not null;
}

public sealed class ChangeMemberHandler(IMembers members, ISecurityModule security, CommandAudit steps) : IRequestHandler<ChangeMember, CommandResult<MemberView>>
{
    public async Task<CommandResult<MemberView>> Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await members.Find(request.Id, cancellationToken) is not { } member)
        {
            return CommandAudit.NotFound;
        }

        var before = MemberView.Of(member, security);
        if ((steps.RefuseStale(request, before) ?? await members.RefuseDocument(request.Profile.Document, request.Id, cancellationToken)) is { } problem)
        {
            return problem;
        }

        member.Change(request.Profile);
        return steps.RecordUpdated(request, MemberView.Subject(request.Id), before, MemberView.Of(member, security));
    }
}
