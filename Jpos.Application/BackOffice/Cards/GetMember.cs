using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One member; null if there is none that the caller sees.</summary>
public sealed record GetMember(Caller Caller, long Id) : Query<MemberView?>;

public sealed class GetMemberHandler(IMembers members, ISecurityModule security) : IRequestHandler<GetMember, MemberView?>
{
    public async Task<MemberView?> Handle(GetMember request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await members.Find(request.Id, cancellationToken) is { } member ? MemberView.Of(member, security) : null;
}
