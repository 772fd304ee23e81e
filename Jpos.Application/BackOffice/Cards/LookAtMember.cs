using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One member; null if there is none that the caller sees.</summary>
public sealed record LookAtMember(Caller Caller, long Id) : Look<MemberView?>;

public sealed class LookAtMemberHandler(IMembers members, ISecurityModule security) : IRequestHandler<LookAtMember, MemberView?>
{
    public async Task<MemberView?> Handle(LookAtMember request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await members.Find(request.Id, cancellationToken) is { } member ? MemberView.Of(member, security) : null;
}
