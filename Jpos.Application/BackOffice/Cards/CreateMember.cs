using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Adds a member, who has no card yet.</summary>
public sealed record CreateMember(MemberProfile Profile) : Act<MemberView>
{
    public override bool BindsDocuments => Profile.Document is not null;
}

public sealed class CreateMemberHandler(IMembers members, ISecurityModule security, ActSteps steps) : IRequestHandler<CreateMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(CreateMember request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await members.RefuseDocument(request.Profile.Document, null, cancellationToken) is { } problem)
        {
            return problem;
        }

        var member = new Member(request.Profile);
        await members.Add(member, cancellationToken);
        return steps.Made(request, MemberView.Subject(member.Id), MemberView.Of(member, security));
    }
}
