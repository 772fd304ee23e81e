using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Changes what is known of a member, for all their cards, from the next message on.</summary>
public sealed record ChangeMember(long Id, MemberProfile Profile) : Act<MemberView>
{
    public override bool BindsDocuments => Profile.Document is not null;
}

public sealed class ChangeMemberHandler(IMembers members, ISecurityModule security, ActSteps steps) : IRequestHandler<ChangeMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await members.Find(request.Id, cancellationToken) is not { } member)
        {
            return ActSteps.Missing;
        }

        var before = MemberView.Of(member, security);
        if ((steps.RefuseStale(request, before) ?? await members.RefuseDocument(request.Profile.Document, request.Id, cancellationToken)) is { } problem)
        {
            return problem;
        }

        member.Change(request.Profile);
        return steps.Changed(request, MemberView.Subject(request.Id), before, MemberView.Of(member, security));
    }
}
