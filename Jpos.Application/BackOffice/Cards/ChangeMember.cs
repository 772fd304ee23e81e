using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Adds a member, who has no card yet.</summary>
public sealed record CreateMember(MemberProfile Profile) : Act<MemberView>;

public sealed class CreateMemberHandler(IMembers members, ISecurityModule security, ActSteps steps) : IRequestHandler<CreateMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(CreateMember request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var member = new Member(request.Profile);
        await members.Add(member, cancellationToken);
        return steps.Made(request, MemberView.Subject(member.Id), MemberView.Of(member, security));
    }
}

/// <summary>Changes what is known of a member, for all their cards, from the next message on.</summary>
public sealed record ChangeMember(long Id, MemberProfile Profile) : Act<MemberView>;

public sealed class ChangeMemberHandler(IMembers members, ISecurityModule security, ActSteps steps) : IRequestHandler<ChangeMember, Result<MemberView>>
{
    public Task<Result<MemberView>> Handle(ChangeMember request, CancellationToken cancellationToken) => steps.Change(
        request,
        () => members.Find(request.Id, cancellationToken),
        member => MemberView.Of(member, security),
        MemberView.Subject(request.Id),
        member => member.Change(request.Profile));
}
