using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Adds a member, who has no card yet.</summary>
public sealed record CreateMember(MemberProfile Profile) : Command<MemberView>
{
    public override bool ChangesIdentityDocument => Profile.Document is not null;
}

public sealed class CreateMemberHandler(IMembers members, ISecurityModule security, CommandAudit steps) : IRequestHandler<CreateMember, CommandResult<MemberView>>
{
    public async Task<CommandResult<MemberView>> Handle(CreateMember request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await members.RefuseDocument(request.Profile.Document, null, cancellationToken) is { } problem)
        {
            return problem;
        }

        var member = new Member(request.Profile);
        await members.Add(member, cancellationToken);
        return steps.RecordCreated(request, MemberView.Subject(member.Id), MemberView.Of(member, security));
    }
}
